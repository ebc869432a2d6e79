// Invented customers by country: nobody of these is real.
import type { DemoCurrency } from './offer.ts';

export interface DemoCountry {
  readonly country: string;
  readonly language: string;
  readonly zone: string;
  readonly currency: DemoCurrency;
  /** Of 100 customers. */
  readonly share: number;
  readonly cities: readonly string[];
  readonly streets: readonly string[];
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly trades: readonly string[];
  readonly form: string;
}

export const countries: readonly DemoCountry[] = [
  {
    country: 'DE',
    language: 'de',
    zone: 'Europe/Berlin',
    currency: 'EUR',
    share: 34,
    cities: ['20095 Hamburg', '28195 Bremen', '50667 Köln', '04109 Leipzig', '70173 Stuttgart', '24103 Kiel'],
    streets: ['Hafenstraße', 'Lindenweg', 'Am Speicher', 'Marktplatz', 'Gartenstraße'],
    first: ['Anke', 'Jonas', 'Mareike', 'Till', 'Svea', 'Henning', 'Frauke', 'Malte'],
    last: ['Petersen', 'Brandt', 'Lohmann', 'Kessler', 'Voss', 'Reimers', 'Thiel', 'Harms', 'Oltmanns', 'Wiebe'],
    trades: ['Werbetechnik', 'Zahnarztpraxis', 'Tischlerei', 'Steuerberatung', 'Reederei', 'Buchhandlung', 'Solartechnik', 'Fahrradbau'],
    form: 'GmbH',
  },
  {
    country: 'PL',
    language: 'pl',
    zone: 'Europe/Warsaw',
    currency: 'PLN',
    share: 16,
    cities: ['80-001 Gdańsk', '31-001 Kraków', '50-001 Wrocław', '00-001 Warszawa'],
    streets: ['ul. Długa', 'ul. Morska', 'ul. Ogrodowa', 'ul. Szkolna'],
    first: ['Zofia', 'Kacper', 'Maja', 'Igor', 'Hanna', 'Oskar'],
    last: ['Nowicka', 'Wójcik', 'Kaczmarek', 'Zielińska', 'Sikora', 'Baran', 'Lis', 'Mazurek'],
    trades: ['Meble', 'Transport', 'Apteka', 'Drukarnia', 'Ogrody', 'Architekci'],
    form: 'sp. z o.o.',
  },
  {
    country: 'FR',
    language: 'fr',
    zone: 'Europe/Paris',
    currency: 'EUR',
    share: 12,
    cities: ['69001 Lyon', '44000 Nantes', '31000 Toulouse', '35000 Rennes'],
    streets: ['rue des Tilleuls', 'quai du Port', 'avenue du Lac', 'rue Haute'],
    first: ['Camille', 'Julien', 'Élodie', 'Bastien', 'Manon'],
    last: ['Garnier', 'Lemoine', 'Fabre', 'Roussel', 'Perrin', 'Carlier', 'Vasseur'],
    trades: ['Menuiserie', 'Vignobles', 'Librairie', 'Cabinet médical', 'Traiteur', 'Imprimerie'],
    form: 'SARL',
  },
  {
    country: 'ES',
    language: 'es',
    zone: 'Europe/Madrid',
    currency: 'EUR',
    share: 10,
    cities: ['46001 Valencia', '41001 Sevilla', '48001 Bilbao', '08001 Barcelona'],
    streets: ['calle Mayor', 'calle del Puerto', 'avenida del Sol', 'calle Nueva'],
    first: ['Lucía', 'Hugo', 'Marina', 'Álvaro', 'Irene'],
    last: ['Navarro', 'Molina', 'Ibáñez', 'Serrano', 'Campos', 'Vidal', 'Rubio'],
    trades: ['Azulejos', 'Turismo', 'Abogados', 'Panadería', 'Náutica', 'Viveros'],
    form: 'S.L.',
  },
  {
    country: 'US',
    language: 'en',
    zone: 'America/New_York',
    currency: 'USD',
    share: 14,
    cities: ['Portland, ME 04101', 'Austin, TX 78701', 'Denver, CO 80202', 'Madison, WI 53703'],
    streets: ['Harbor Street', 'Maple Avenue', 'Mill Road', 'Lakeside Drive'],
    first: ['Grace', 'Owen', 'Nora', 'Caleb', 'Ivy'],
    last: ['Whitfield', 'Barlow', 'Kimura', 'Delgado', 'Foster', 'Hadley', 'Novak'],
    trades: ['Outfitters', 'Analytics', 'Coffee Roasters', 'Dental', 'Robotics', 'Realty'],
    form: 'LLC',
  },
  {
    country: 'GB',
    language: 'en',
    zone: 'Europe/London',
    currency: 'GBP',
    share: 10,
    cities: ['Bristol BS1 4DJ', 'Leeds LS1 4DY', 'Glasgow G1 1XQ', 'Norwich NR2 1TF'],
    streets: ['Quayside', 'Station Road', 'Church Lane', 'Victoria Street'],
    first: ['Imogen', 'Rhys', 'Freya', 'Callum', 'Bethan'],
    last: ['Ashworth', 'Pritchard', 'Fairclough', 'Munro', 'Thornton', 'Redfern'],
    trades: ['Joinery', 'Surveyors', 'Bakery', 'Media', 'Cycles', 'Nurseries'],
    form: 'Ltd',
  },
  {
    country: 'KZ',
    language: 'ru',
    zone: 'Asia/Almaty',
    currency: 'USD',
    share: 4,
    cities: ['050000 Алматы', '010000 Астана'],
    streets: ['улица Абая', 'проспект Достык'],
    first: ['Алия', 'Тимур', 'Дана'],
    last: ['Сатпаев', 'Ким', 'Ахметова', 'Орлов'],
    trades: ['Логистика', 'Студия', 'Мебель'],
    form: 'ТОО',
  },
];
