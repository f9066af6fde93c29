export {
  addBusiness,
  businessTime,
  type Calendar,
  type Counting,
  due,
  isWorking,
  leftOf,
  OFFSETS,
  WORKING_WEEKS,
  type WorkingWeek,
} from "./business.ts";
export { HOLIDAY_COUNTRIES, HOLIDAY_YEARS, type Holiday, type HolidayCountry, holidaysOf } from "./holidays.ts";
