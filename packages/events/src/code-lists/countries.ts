import { listOfCodes } from './code-list.ts'
import type { CodeList } from './code-list.ts'

export const denmark = '5100'
export const greenland = '5901'

/** Denmark, Finland, Iceland, Norway and Sweden: their citizens need no permit, and their registers tell each other who moves. */
export const nordicCountries: readonly string[] = [denmark, '5104', '5105', '5106', '5110', '5120']

/** Members of the European Union, as far as the register's list names them. */
export const euCountries: readonly string[] = [
  denmark,
  ...'5104 5108 5120 5126 5128 5130 5134 5140 5142 5150 5153 5154 5156 5158'.split(' '),
  ...'5164 5174 5180 5182 5607 5609 5611 5750 5776 5778'.split(' '),
]

/** Authority codes of type 30. The register knows some 200: a code of the range that is not named here is a country too. */
export const countries: CodeList = listOfCodes(
  ['5100', 'Danmark', 'Denmark'],
  ['5102', 'Udlandet uoplyst', 'Abroad, unspecified'],
  ['5103', 'Statsløs', 'Stateless'],
  ['5104', 'Finland', 'Finland'],
  ['5105', 'Island, dansk ligestillet', 'Iceland, with equal Danish rights'],
  ['5106', 'Island', 'Iceland'],
  ['5107', 'Liechtenstein', 'Liechtenstein'],
  ['5108', 'Luxembourg', 'Luxembourg'],
  ['5110', 'Norge', 'Norway'],
  ['5120', 'Sverige', 'Sweden'],
  ['5126', 'Belgien', 'Belgium'],
  ['5128', 'Bulgarien', 'Bulgaria'],
  ['5130', 'Frankrig', 'France'],
  ['5134', 'Grækenland', 'Greece'],
  ['5140', 'Nederlandene', 'Netherlands'],
  ['5142', 'Irland', 'Ireland'],
  ['5150', 'Italien', 'Italy'],
  ['5153', 'Malta', 'Malta'],
  ['5154', 'Polen', 'Poland'],
  ['5156', 'Portugal', 'Portugal'],
  ['5158', 'Rumænien', 'Romania'],
  ['5160', 'Schweiz', 'Switzerland'],
  ['5164', 'Spanien', 'Spain'],
  ['5170', 'Storbritannien', 'United Kingdom'],
  ['5172', 'Tyrkiet', 'Türkiye'],
  ['5174', 'Ungarn', 'Hungary'],
  ['5180', 'Tyskland', 'Germany'],
  ['5182', 'Østrig', 'Austria'],
  ['5199', 'Europa uoplyst', 'Europe, unspecified'],
  ['5299', 'Afrika uoplyst', 'Africa, unspecified'],
  ['5390', 'USA', 'United States'],
  ['5414', 'Myanmar', 'Myanmar'],
  ['5432', 'Indien', 'India'],
  ['5434', 'Indonesien', 'Indonesia'],
  ['5436', 'Irak', 'Iraq'],
  ['5438', 'Iran', 'Iran'],
  ['5448', 'Kina', 'China'],
  ['5472', 'Pakistan', 'Pakistan'],
  ['5486', 'Syrien', 'Syria'],
  ['5488', 'Vietnam', 'Vietnam'],
  ['5492', 'Thailand', 'Thailand'],
  ['5502', 'Australien', 'Australia'],
  ['5607', 'Estland', 'Estonia'],
  ['5609', 'Letland', 'Latvia'],
  ['5611', 'Litauen', 'Lithuania'],
  ['5700', 'Rusland', 'Russia'],
  ['5704', 'Ukraine', 'Ukraine'],
  ['5750', 'Kroatien', 'Croatia'],
  ['5757', 'Serbien', 'Serbia'],
  ['5759', 'Montenegro', 'Montenegro'],
  ['5761', 'Kosovo', 'Kosovo'],
  ['5776', 'Tjekkiet', 'Czech Republic'],
  ['5778', 'Slovakiet', 'Slovakia'],
  ['5902', 'Færøerne', 'Faroe Islands'],
  ['5999', 'Ukendt', 'Unknown'],
)
