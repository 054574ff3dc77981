import { type NameSet, names } from './name-set.js';

export const polish: NameSet = {
  girls: names(
    'Zuzanna,Julia,Maja,Zofia,Hanna,Lena,Alicja,Oliwia,Małgorzata,Agnieszka,Łucja,Wiktoria,Bożena,Kinga',
  ),
  boys: names(
    'Jakub,Antoni,Szymon,Franciszek,Łukasz,Michał,Paweł,Wojciech,Mikołaj,Grzegorz,Kacper,Bartłomiej,Stanisław',
  ),
  surnames: names(
    'Nowak,Kowalski,Wiśniewski,Wójcik,Kamiński,Lewandowski,Zieliński,Szymański,Woźniak,Dąbrowski,Kozłowski,' +
      'Jabłoński,Mazur,Krawczyk,Wróbel,Pawłowski,Gołębiewski,Brzęczyszczykiewicz',
  ),
  feminine: (surname) => (surname.endsWith('ki') ? surname.slice(0, -1) + 'a' : surname),
};

export const romanian: NameSet = {
  girls: names('Ioana,Ștefania,Andreea,Bianca,Ilinca,Mădălina,Crina,Sorana,Anastasia,Teodora,Țenia,Daria'),
  boys: names('Ștefan,Andrei,Mihai,Cătălin,Răzvan,Bogdan,Ionuț,Matei,Luca,Vlad,Tudor,Călin'),
  surnames: names(
    'Popescu,Ionescu,Munteanu,Stănescu,Dumitrașcu,Pătrașcu,Rusu,Țăranu,Câmpeanu,Ungureanu,Bălan,Stoica',
  ),
};

export const baltic: NameSet = {
  girls: names('Ugnė,Austėja,Gabija,Emilija,Rūta,Līga,Elīna,Katrīna,Žemyna,Agnė'),
  boys: names('Domantas,Lukas,Jokūbas,Ąžuolas,Mantas,Jānis,Kārlis,Mārtiņš,Dāvis,Vytautas'),
  surnames: names(
    'Kazlauskas,Petrauskas,Žukauskas,Bērziņš,Kalniņš,Ozoliņš,Stankevičius,Šimkus,Krūmiņš,Vaitkus',
  ),
};

export const ukrainian: NameSet = {
  girls: names("Olena,Sofiia,Mariia,Anastasiia,Solomiia,Daryna,Zlata,Polina,Kateryna,Ul'iana"),
  boys: names("Oleksandr,Maksym,Danylo,Artem,Bohdan,Ivan,Dmytro,Nazar,Mykhailo,Lev,Yevhen,Vasyl'"),
  surnames: names(
    "Shevchenko,Kovalenko,Bondarenko,Tkachenko,Melnyk,Kravets',Boiko,Lysenko,Marchenko,Hrytsenko,Koval'chuk",
  ),
  ownScript: {
    girls: names('Олена,Софія,Марія,Соломія,Дарина,Злата'),
    boys: names('Олександр,Максим,Данило,Богдан,Назар,Михайло'),
  },
};

export const iberian: NameSet = {
  girls: names('Inês,Beatriz,Conceição,Leonor,Lúcia,Sofía,Martina,Begoña,Íris,Constança,Valentina,Noelia'),
  boys: names('João,Tomás,Gonçalo,Simão,Íñigo,Álvaro,Martín,Nuño,Joaquín,Rodrigo,Duarte,José Luís'),
  surnames: names(
    'da Silva,dos Santos,Gonçalves,Magalhães,Araújo,Conceição,García,Muñoz,Núñez,de la Cruz,del Río,Ibáñez,' +
      'Fernandes,Sá,Leitão,Peña,Ortega y Gasset',
  ),
  double: { share: 0.3, joint: ' ' },
};

/** France, Germany, the Low Countries, Scandinavia, Italy, Hungary, Czechia, Slovakia. */
export const otherEuropean: NameSet = {
  girls: names(
    'Léa,Anaïs,Élodie,Maëlle,Anna-Luise,Käthe,Saskia,Astrid,Søs,Åse,Giulia,Zsófia,Eszter,Tereza,Žofie,Noor',
  ),
  boys: names(
    'Rémi,Loïc,François,Jürgen,Björn,Søren,Åke,Matteo,Niccolò,Győző,László,Tomáš,Ondřej,Luděk,Daan,Théo',
  ),
  surnames: names(
    "Lefèvre,D'Amico,Dell'Acqua,Müller,Weiß,Größmann,van der Berg,van 't Hoff,de Vries,Sørensen,Åström,Bjørnstad," +
      'Kovács,Szőke,Dvořák,Novák,Šťastný,Ľupták,Rossi,Di Stefano,Château-Renault,Łoś',
  ),
};

export const turkish: NameSet = {
  girls: names('Elif,Zeynep,Şebnem,Ayşe,Çağla,Gülşah,Defne,Özge,Ümran,İpek'),
  boys: names('Emir,Çağatay,Şükrü,Oğuz,Görkem,İbrahim,Mert,Yiğit,Ömer,Umut'),
  surnames: names('Yılmaz,Şahin,Çelik,Öztürk,Yıldız,Aydın,Doğan,Kılıç,Güneş,Özçelik,Kaya,Ağaoğlu'),
};

export const albanian: NameSet = {
  girls: names('Ajla,Rea,Era,Blerta,Drita,Enxhi,Zoë-Era,Flaka,Njomza,Besa'),
  boys: names('Luan,Arbër,Endri,Çelik,Besnik,Gëzim,Kreshnik,Dritan,Noel,Ylli'),
  surnames: names('Hoxha,Shehu,Gjoni,Përmeti,Krasniqi,Çela,Bajrami,Dërvishi,Gashi,Leka'),
};

export const roma: NameSet = {
  girls: names('Esmeralda,Žaneta,Vanesa,Sabína,Ruženka,Denisa,Luludi,Patrina'),
  boys: names('Denis,Kevin,Róbert,Zlatko,Marián,Samuel,Ján,Milan'),
  surnames: names('Horváth,Lakatoš,Kováč,Balog,Čonka,Oláh,Duda,Tancoš,Gábor,Bihari'),
};
