export {
  addBusiness,
  type Calendar,
  due,
  isWorking,
  OFFSETS,
  type Window,
  WORKING_WEEKS,
  type WorkingWeek,
} from "./business.ts";
export { HOLIDAY_COUNTRIES, HOLIDAY_YEARS, type Holiday, type HolidayCountry, holidaysOf } from "./holidays.ts";
