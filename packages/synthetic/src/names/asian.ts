import { type NameSet, names } from './name-set.js';

/** Pakistani, Bangladeshi and other South Asian Muslim families. */
export const southAsianMuslim: NameSet = {
  girls: names(
    'Aisha,Fatima,Maryam,Zainab,Khadija,Hafsa,Amina,Iqra,Sumaiya,Noor,Zahra,Ayesha,Inaya,Hooria,Safa,Rumaysa,' +
      'Nusrat,Tahmina,Umm-e-Kulsoom,Bibi Zara',
  ),
  boys: names(
    'Muhammad,Mohammed,Ibrahim,Yusuf,Hamza,Zayn,Bilal,Ali,Umar,Hassan,Abdullah,Abdul Rahman,Ismail,Rayyan,Musa,' +
      'Eesa,Haris,Tariq,Mohammad-Ali,Shahid',
  ),
  surnames: names(
    'Khan,Ahmed,Hussain,Ali,Begum,Akhtar,Malik,Mahmood,Shah,Iqbal,Mirza,Rahman,Miah,Uddin,Chowdhury,Islam,Hoque,' +
      'Khatun,Siddiqui,Qureshi,Butt,Chaudhry,Ul-Haq,ur Rehman,Raja,Bi',
  ),
};

export const indian: NameSet = {
  girls: names(
    'Anaya,Diya,Priya,Kavya,Meera,Riya,Saanvi,Jasleen,Harpreet,Simran,Gurleen,Isha,Lakshmi,Nandini,Trisha,Amrit,' +
      'Divya Bharathi,Pooja,Sita',
  ),
  boys: names(
    'Aarav,Arjun,Dev,Krish,Rohan,Vihaan,Jaspreet,Gurpreet,Harjit,Manveer,Nikhil,Pranav,Siddharth,Veer,Karthik,' +
      'Om,Ishaan,Jai,Ved',
  ),
  surnames: names(
    'Patel,Singh,Kaur,Shah,Sharma,Mistry,Desai,Modhvadia,Parmar,Chauhan,Gill,Dhillon,Sandhu,Bains,Iyer,Nair,' +
      'Reddy,Krishnamurthy,Venkatanarasimharajuvaripeta,Joshi,Mehta,Lakhani,Solanki,Rao,K,Odedra',
  ),
};

/** Sri Lankan, Nepali, Afghan, Filipino and others. */
export const otherAsian: NameSet = {
  girls: names(
    'Tharani,Abirami,Sujata,Asmita,Laila,Parisa,Maria Cristina,Thilini,Nilufar,Suraya,Jhanvi,Angel Mae',
  ),
  boys: names(
    'Tharshan,Kavin,Bibek,Suman,Farhad,Omid,Juan Miguel,Nuwan,Ahmad,Zabihullah,Prakash,Kirubakaran',
  ),
  surnames: names(
    'Sivakumar,Thevarajah,Balasubramaniam,Gurung,Thapa,Rai,Noorzai,Ahmadzai,Santos,dela Cruz,Perera,Jayawardena,' +
      'Wickramasinghe,Rajapaksha,Magar,Stanikzai',
  ),
};

export const chinese: NameSet = {
  girls: names('Mei-Ling,Xiǎo Yàn,Jia Yi,Hoi Yan,Wing Yee,Yuxuan,Lü-Fang,Sze Nga,Angela,Xinyi'),
  boys: names('Wei,Jun Jie,Chun Hei,Ho Yin,Haoran,Zihao,Lok Yin,Jason,Yichen,Tsz Kit'),
  surnames: names("Chan,Wong,Li,Zhang,Lam,Cheung,Lü,Ng,Ho,Leung,Wu,Xu,Ou-Yang,Sze To,O'Young,Tse"),
  ownScript: {
    girls: names('美玲,嘉怡,雨萱,𠮷娜,詩雅,欣怡'),
    boys: names('俊傑,浩然,子豪,樂言,奕辰,家輝'),
  },
};

export const vietnamese: NameSet = {
  girls: names('Thị Hương,Ngọc Ánh,Phương,Thuỳ Linh,Bích Ngọc,Mỹ Duyên'),
  boys: names('Văn Đức,Quốc Bảo,Minh Khôi,Hữu Phước,Đình Phong,Tuấn'),
  surnames: names('Nguyễn,Trần,Lê,Phạm,Hoàng,Đặng,Bùi,Đỗ,Vũ,Huỳnh'),
};
