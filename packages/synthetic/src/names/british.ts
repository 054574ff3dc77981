import { type NameSet, names } from './name-set.js';

export const english: NameSet = {
  girls: names(
    'Amelia,Olivia,Isla,Ava,Lily,Freya,Ivy,Florence,Willow,Elsie,Grace,Evie,Poppy,Charlotte,Phoebe,Daisy,Sienna,' +
      'Harriet,Matilda,Rosie,Ella,Sophie,Emily,Jessica,Hannah,Martha,Beatrice,Eleanor,Imogen,Lucy,Zoë,Chloë,' +
      'Esmé,Anne-Marie,Ellie-Mae,Lily-Rose,Mary Ann,Molly,Holly,Nancy,Ruby,Scarlett,Thea,Violet,Eliza,Penelope,' +
      'Maisie,Abigail,Georgia,Heidi,Iris,Jasmine,Katie,Lottie,Megan,Orla,Robyn,Summer,Tabitha,Felicity',
  ),
  boys: names(
    'Oliver,George,Arthur,Noah,Leo,Oscar,Harry,Archie,Jack,Henry,Theo,Freddie,Charlie,Alfie,Jacob,Thomas,William,' +
      'Joshua,James,Edward,Lucas,Finley,Max,Isaac,Harrison,Teddy,Reuben,Samuel,Joseph,Benjamin,Daniel,Ethan,' +
      'Toby,Stanley,Jude,Louie,Ralph,Rory,Hugo,Felix,Jean-Luc,Tommy-Lee,John Paul,Elliot,Matthew,Nathan,Zachary,' +
      'Callum,Dexter,Ewan,Frank,Gabriel,Hector,Jasper,Kit,Luke,Miles,Otis,Ronnie,Sebastian',
  ),
  surnames: names(
    'Smith,Jones,Taylor,Brown,Wilson,Johnson,Davies,Robinson,Wright,Thompson,White,Walker,Roberts,Green,Hall,' +
      'Wood,Jackson,Clarke,Harris,Cooper,King,Turner,Hill,Ward,Moore,Morris,Baker,Harrison,Lee,Allen,Parker,' +
      'Young,Bell,Carter,Cook,Bailey,Collins,Shaw,Bennett,Cox,Richardson,Foster,Gray,Simpson,Palmer,Mills,' +
      'Barnes,Knight,Webb,Lloyd,Butler,Rogers,Barker,Fisher,Holmes,Hunt,Mason,Payne,Stone,Lane,Hawkins,Reynolds,' +
      "Ashworth,Birtwhistle,Cholmondeley,Featherstonehaugh,Entwistle,Sowerby,D'Arcy,St John,St. Clair,De'Ath," +
      'Le Mesurier,de Havilland,Brontë,Ramsbottom,Thistlethwaite,Winterbottom,Quick,Ng,Ive',
  ),
  double: { share: 0.06, joint: '-' },
};

export const celtic: NameSet = {
  girls: names(
    'Aoife,Niamh,Saoirse,Caoimhe,Róisín,Sinéad,Órla,Gráinne,Eilidh,Mairi,Ailsa,Iona,Catriona,Siân,Cerys,Ffion,' +
      'Angharad,Seren,Nia,Bethan,Carys,Efa,Mabli,Clodagh,Bríd',
  ),
  boys: names(
    'Seán,Cian,Oisín,Fionn,Pádraig,Tadhg,Eoin,Ruairí,Séamus,Daithí,Hamish,Angus,Lachlan,Fraser,Calum,Iain,Dylan,' +
      'Rhys,Ieuan,Llewelyn,Gethin,Osian,Macsen,Siôn,Diarmuid',
  ),
  surnames: names(
    "O'Brien,O'Sullivan,O'Connor,O'Neill,O'Reilly,O’Shea,Murphy,Kelly,Walsh,Byrne,Ryan,Doyle,McCarthy,Gallagher," +
      "McDonald,MacLeod,MacGregor,Campbell,Stewart,Fraser,Mac an tSaoir,Ó Súilleabháin,Ní Dhomhnaill,D'Arcy-Burke," +
      'Fitzgerald,Evans,Griffiths,Pritchard,Llywelyn,ap Rhys,Bowen,Prys-Jones,Rees,McKenzie,Nic Dhòmhnaill',
  ),
};

export const traveller: NameSet = {
  girls: names(
    'Bridget,Margaret,Kathleen,Mary-Kate,Nora,Shelby,Crystal,Savannah,Delilah,Ellen,Winnie,Rosanna',
  ),
  boys: names('Paddy,Miley,John-Joe,Patrick,Michael,Martin,Jimmy,Levi,Elvis,Nelson,Hughie,Bernard'),
  surnames: names(
    "Ward,McDonagh,Connors,Joyce,Maughan,Doran,Quilligan,Lee,Boswell,Loveridge,Gaskin,O'Driscoll",
  ),
};

/** Black Caribbean families. */
export const caribbean: NameSet = {
  girls: names(
    "Aaliyah,Shanice,Tiana,Kezia,Jada,Naomi,Monique,Renée,Chanelle,Imani,De'Shay,Zara-Mae,Leilani,Nevaeh,Gabrielle",
  ),
  boys: names(
    "Tyrell,Kairo,Jayden,Marlon,André,Malachi,Isaiah,D'Andre,Jermaine,Ché,Elijah,Theodore,Zion,Micah,Nathaniel",
  ),
  surnames: names(
    'Campbell,Williams,Brown,Grant,Francis,Gordon,Henry,Joseph,Baptiste,Reid,Clarke,Samuels,Douglas,Bailey,' +
      'Morgan,Lewis,Thomas,Edwards,Charles,St. Hilaire,Jean-Baptiste,Gabriel,Powell,Wallace',
  ),
  double: { share: 0.08, joint: '-' },
};
