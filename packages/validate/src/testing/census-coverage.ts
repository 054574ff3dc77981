/** Letters of the sources of docs/formats/rules.md, with the numbers that each shows together with their meaning. */
export const seenNumbers: Readonly<Record<string, string>> = {
  A: `100 110 120 130 140 150 160 165 200 210 220 221 222 223 224 230 240 260 261 262 263 264 280 310 320 350 360
    370 380 390 400 410 420 540 541 542 560 561 570 571 580 590 600 610 620 630 640 920 930 940 950 953 957 1000
    1050 1060 1090 1100 1130 1140 1160 1170 1190 1200 1210 1220 1235 1310 1320 1500 1510 1520 1530 1540 1550 1570
    1573 1575 1578 1580 1590 1600 1610 1630 1635 1636 1637 1638 1741 1761 1762 1763 1764 1765 1766 1768 1770 1840
    1843 1844 1846 1847 1848 1851 1852 1854 1855 1856 1859 1860 1861 1862 1864 1865 1866 1867 1868 1869 1871 1875
    1876 1880 1882 1920 1930 1940 1950 1970 1992 1993 1997 2000 2002 2005 2060 2080 2112 2115 2120 2125 2130 2140
    2160 2165 2166 2170 2175 2180 2230 2250 2270 2275 2280 2285 2290 2300 2303 2310 2330 2335 2340 2341 2350 2380
    2400 2445 2470 2475 2480 2490 2500 2505 2510 2530 2571 2572 2573 2574 2575 2577 2579 2582 2690 2700 2701 2705
    2710 2712 2720 2721 2722 2724 2730 2735 2750 2760 2761 2765 2766 2770 2780 2785 2790 2795 2805 2820 2850 2870
    2900 2910 2915 2920 2925 2930 2935 2940 2945 2950 2955 2970 2975 3000 3005 3010 3015 3040 3045 3100 3105 3110
    3120 3130 3140 3150 3160 3200 3210 5005 5013 5014 5018 5019 5023 5026 5027 5032 5036 5037 5038 5039 5040 5046
    5048 5049 5050 5051 5057 5065 5080 5094 5095 5096 5106 5125 5126 5130 5140 5155 5160 5165 5170 5180 5190 5200
    5210 5215 5220 5225 5230 5235`,
  E: '1925',
  G: `270 290 300 330 340 564 565 566 1010 1070 1110 1150 1155 1180 1240 1601 1620 1633 1634 1640 1700 1745 1750 1760
    1767 1849 1850 1853 1870 1872 1877 1878 1881 1883 1885 1960 1980 1990 1998 1999 2010 2020 2030 2040 2050 2070
    2090 2110 2190 2200 2205 2210 2320 2355 2560`,
  H: '1925 2572 2574 3130 3140',
  I: '3100',
  J: '2360 2361 2363 2364 2491 2492 2724 3131 5235',
  K: '1320 1848 1875 2502 2917 3100 5235',
  L: '1751 1752 1780',
  M: '2392 3131 9999',
  N: '1851 1854 2470',
  O: '2485 2905 3070 3075',
};

/** Why numbers are no rules, with the numbers and what each is about. */
export interface LeftOut {
  readonly why: string;
  /** Number or a run of numbers, and what it is about. */
  readonly rules: Readonly<Record<string, string>>;
}

const SCHOOL = 'is about the school: our records have no such item';
const PHASE = 'needs the school’s phase, type or governance';
const LEARNING = 'learning aims and post-16 hours: no records';
const CHILDCARE = 'childcare on the site: no records';
const ITEM = 'our records have no such item';

export const leftOut: readonly LeftOut[] = [
  {
    why: SCHOOL,
    rules: {
      '100': 'day of the census',
      '110 420 165': 'name, telephone and details of the school',
      '160': 'URN of the school, by GIAS',
      '210 220 230': 'lowest and highest year group of the school',
      '221 222 223 224 240 260 261 262 263 264': 'intake and governance',
      '280 310 320 300 330 340': 'day and boarding places, and how they are filled',
      '350 360 370 380 390 400': 'ages for which the school is approved',
      '410': 'types of SEN for which the school is approved',
      '540 541 542': 'child mothers and childcare facilities',
      '560 561 570 571 580 590 600 610 620 630 640 564 565 566': 'admission appeals',
      '920 930 940 950 953 957 1000 1010': 'reconciliation of pupils at the selected time',
      '1050 1060 1070 1090 1100 1110 1130 1140 1150 1155 1160 1170 1180 1190 1200 1210 1220 1235 1240 5160':
        'classes as taught',
      '1310 1320': 'free meals taken on the day',
    },
  },
  {
    why: CHILDCARE,
    rules: {
      '2900 2910 2915 2920 2925 2930 2935 2940 2945 2950 2955 2970 2975':
        'kinds, hours and places of childcare',
    },
  },
  {
    why: PHASE,
    rules: {
      '120 130 140 150': 'phase and type by themselves',
      '1601 2050': 'age out of the range of the type of school; age alone is `birth-date-implausible`',
      '2030 2040 2002': 'year group out of the school’s range, or one of it empty',
      '200 2112': 'school that follows no curriculum',
      '2180 2210': 'special school with pupils without SEN or plans',
      '5005 5013 5014 5018 5019 5023 5026 5027 5032 5036 5037 5038 5039 5040 5125 5126':
        'modules that only some schools return',
      '5046 5048 5049 5050 5051 5057 5065 5080 5106': 'pupil items that only some schools return',
      '5094 5095 5096 5210 5215': 'early-years items of CTCs and non-maintained special schools',
      '3131': 'placement of a pupil registered at a unit alone',
    },
  },
  {
    why: LEARNING,
    rules: {
      '1635 1636 1637 1638 1633 1634 3000 3005 3010 3015 3040 3045':
        'GCSE in mathematics and English, and exemptions',
      '1992 1993 1997 1998 1999': 'planned hours',
      '2005 2341 5130': 'year on leaving and postcode of leavers with learning aims',
      '2700 2701 2705 2710 2712 2720 2721 2722 2724 2730 2735 2750 2760 2761 2765 2766 2770 2780 2785 2790 2795 2805 2820 2850 2870 2905 5165':
        'learning aims',
      '1864 1865 1866 1867 1868': 'learner support',
    },
  },
  {
    why: ITEM,
    rules: {
      '1770 1780': 'youth support services agreement',
      '1843 1844 1849 1853': 'basis of the early years pupil premium',
      '1869 1990': 'top-up funding',
      '1875 1876 1877 1878': 'school lunch taken',
      '2060 2070 2080 2090 2110 1847': 'class type; a nursery year is no nursery class',
      '2230 2250': 'SEN unit and resourced provision',
      '2310': 'SEN provision at the time of an exclusion',
      '2690': 'unit contact time',
      '2360 2361 2363 2364 2392 2917': 'alternative provision placements',
      '3210': 'one basis of funding twice: a record has room for one',
      '5140': 'proficiency in English',
      '3070 3075':
        'country of birth and nationality, asked for until 2018: records have them, the census no longer',
      '9999': 'module missing from the return',
    },
  },
  {
    why: 'another rule of ours tells it',
    rules: {
      '1620': 'two pupils of the same name, birth date and gender: `pupil-twice`',
      '2510 2575 2579': 'possible sessions of leavers and of the second half of summer: 2500',
      '2571': 'attendance not asked for in the second half of summer: 2470',
      '2572': 'attendance code in the second half of summer: 2475',
      '2573': 'code without sessions in the second half of summer: 2480',
      '2577': 'absence told twice in the second half of summer: 2505',
      '2582': 'more missed than possible in the second half of summer: 2530',
    },
  },
  {
    why: 'what the file leaves out can’t be told from what the school has not',
    rules: {
      '1760': 'no pupil is eligible for free school meals',
      '1925': 'leaver without anything that makes the return ask for leavers',
      '2490 2574': 'sessions without a code: the parser keeps them apart',
    },
  },
  {
    why: 'would be told of every school or spell of a kind',
    rules: {
      '1767':
        'spell of free school meals that ended although protected; to which day protection goes is unconfirmed',
      '1980': 'school with boarders',
    },
  },
  {
    why: 'meaning not confirmed',
    rules: {
      '270 290': 'the source has one text, e-mail address missing, for both',
      '1885': 'many new entry dates: since which day was not seen',
      '2485': 'attendance code E and exclusions: the text was not seen',
      '2491 2492': 'attendance code X and age: the texts seen contradict each other',
    },
  },
  {
    why: 'seen for 2016 alone',
    rules: { '1751 1752': 'many in reception or year 1 eligible for free school meals' },
  },
];
