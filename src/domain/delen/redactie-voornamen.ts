/**
 * Common given names of the people in this field: Dutch, and of the countries that victims and families come from. A help
 * to see a first name that stands alone; patterns find the names that are not here [own].
 */
const NAMEN = `
  aaltje adam ahmed ahmet aicha aisha ali alice alina amal amina amine amir amira ana anastasia andreea andrei andrzej anita anja anna anne anneke annelies
  anouk anton antonio arie arjan ayse ayşe aziz bart bas beata berend bilal blessing bogdan bouchra bram brahim brigitte carla carlos carmen cem chantal
  chidi chinedu chioma christina claudia cor cristian cristina czesław daan damian daniel daniela daniël danuta daria dariusz dawit denisa denise dennis
  dewi diana dimitar dirk dorota driss edwin eefje elena elif elisabeta els emeka emine emma emmanuel erik esra esther eva ewa fadi faith farah farid fatih
  fatima fatma favour femke feven filip floor florin fouad frank frans gabriel gabriela georgeta georgi geert gerard gerrit gheorghe gijs gloria godwin
  grace grzegorz habib hadi halima hamid hamza hanna hanneke hans hao harm hasan hassan hatice heleen helena hendrik henk hicham hilde hoa hoang huda hussein
  ibrahim ikram ilse imane imran inge ingrid ioana ion iris irina isa ismail ivan ivana iveta iwona jaap jacek jakub jamal jan janneke janusz jasmijn jasper
  jelena jelle jennifer jeroen jessica jesus jip joanna johan johanna johannes john jolanda joost jorge joris jose josé joseph joy juan julia julian justyna
  kamal kamil karim karin karolina katarzyna katja kees kelechi kelly kemal kevin khadija khaled khalid kim klaas koen krzysztof laila lars latifa laura leila
  lena lidia lien lieke linda linh lisa lotte lucia ludmila luis lukasz łukasz maaike maciej magda magdalena mahmoud malika manon marcin marek margriet maria
  mariam marian mariana marieke marijke marina mario mariusz mariya marjan marko marloes marta martijn maryam mateusz matthijs max mehmet melissa mercy merel
  meryem meseret michael michał michal mieke miguel mihai mihaela mila milan milena miloš mirela mohamed mohammed monika mourad muhammad mustafa nadia najat
  naomi natalia nasser nawal nicolae nicoleta niels nikolay nina noah nora nour olena oksana olga oluwaseun omar osman pablo patience patricia patryk pawel
  paweł pedro petar peter petra piet pieter pim piotr plamen precious rachid radu rafał raluca rania razvan rebecca recep reza rianne rick robert robin roel
  roman rosa rob ruben ruud ryszard sabrina said salah salma samir samira sander sandra sanne sara saskia sebastian selam selim semere sevda sjaak sjoerd sofia
  soraya stanisław stefan stefania stijn sultan susanne svetlana sylwia tamara tanja tatiana teodora teun tess tesfay thanh theo thijs thomas thuy tim timo
  tomasz tuğba umar ursula valentina vasile veronica victoria viktor violeta vlad vladimir wanda wendy wesley wiktoria willem willemijn wim wojciech wouter
  xuan yasin yasmin yassin yassine yonas yordan youssef yusuf yvonne zahra zainab zehra zeynep zineb zofia zsofia abel abdul abdulrahman abdullah abdi adaeze
  chukwuemeka gergana rosen desislava katalin lászló istván zoltán eszter zsolt oleksandr yulia iryna andriy mykola volodymyr dmytro natalya
`;
/** Also ordinary words, months or titles: a name only with a capital and more beside it. */
const OOK_WOORD = new Set(
  "jan joy faith grace mercy favour precious blessing patience hoa ion isa max rick roman rob pim floor cor els mila noah ali eva han iris jip thanh sultan said".split(
    " ",
  ),
);

export const voornamen: ReadonlySet<string> = new Set(NAMEN.trim().split(/\s+/));
export const isVoornaam = (woord: string): boolean => voornamen.has(woord.toLowerCase());
/** Typed without a capital it is still a name. */
export const isZekereVoornaam = (woord: string): boolean => isVoornaam(woord) && !OOK_WOORD.has(woord.toLowerCase());
