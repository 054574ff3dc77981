import { type NameSet, names } from './name-set.js';

export const westAfrican: NameSet = {
  girls: names(
    "Temitope,Adaeze,Chiamaka,Ayọmide,Ọlamide,Folúkẹ́,Ama,Akosua,Efua,Blessing,Precious,Oluwaseun,Ngozi,Yaa,Aïssatou,N'Deye",
  ),
  boys: names(
    "Oluwatobi,Chinedu,Emeka,Kwame,Kofi,Kwabena,Tobiloba,Ifeanyi,Adébáyọ̀,N'Golo,Ebenezer,Emmanuel,Ayodele,Chukwuemeka,Yaw",
  ),
  surnames: names(
    'Adeyemi,Okafor,Okonkwo,Mensah,Owusu,Boateng,Asante,Ogunleye,Nwachukwu,Balogun,Akinọla,Adébísí,Eze,Osei-Tutu,' +
      "Diallo,N'Diaye,Kamara,Sesay,Conteh,Ọbasanjọ,Addo,Nkrumah-Boateng",
  ),
};

/** Somali, Eritrean, Sudanese, Congolese, Zimbabwean and others. */
export const eastAndSouthernAfrican: NameSet = {
  girls: names('Hodan,Ifrah,Sahra,Ubah,Rahwa,Selam,Tendai,Rutendo,Nyasha,Grâce,Merveille,Idil,Ayaan'),
  boys: names(
    "Abdirahman,Guled,Liban,Mohamud,Yonas,Biniam,Tafadzwa,Tinashe,Farai,Dieu-Merci,Exaucé,Idris,Ng'ang'a",
  ),
  surnames: names(
    "Abdi,Warsame,Hassan,Farah,Mohamed,Jama,Tesfay,Gebreselassie,Moyo,Ncube,Chikwanha,Mutombo,Ilunga,wa Thiong'o," +
      'Elmi,Osman,Haji-Nur,Dlamini',
  ),
};

/** Arab, Kurdish and Persian families. */
export const middleEastern: NameSet = {
  girls: names("Layla,Yasmin,Rania,Huda,Shirin,Nasrin,Dilan,Rojîn,Hêvî,Salma,Ala'a,Nour El-Houda"),
  boys: names("Karim,Omar,Khalid,Samir,Rêbîn,Azad,Reza,Dariush,Hussein,Anas,Baha'a,Abd al-Rahman"),
  surnames: names(
    "Al-Hassan,El-Sayed,al-Masri,Haddad,Nasser,Barzanî,Karimi,Hosseini,Ben Youssef,Aït Ahmed,Sa'adi,Abu-Zayd," +
      'Bouazizi,Zebari,Tehrani',
  ),
};
