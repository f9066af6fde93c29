import { days, hours, type Instant, minutes } from "../time/index.ts";

/** Days from 0000-03-01 to 1970-01-01, and the lengths of the eras of the Gregorian calendar. */
const EPOCH = 719_468;
const ERA = 146_097;

/** A moment as `2026-03-02 09:00 UTC`, the same for everybody who reads it. */
export function momentText(instant: Instant): string {
  const day = floor(instant, days(1));
  const time = instant - day * days(1);
  const clock = `${two(floor(time, hours(1)))}:${two(floor(time % hours(1), minutes(1)))}`;
  return `${dateText(day)} ${clock} UTC`;
}

/** A day, counted from 1970-01-01, as `2026-03-02`. Years begin in March here, so that the leap day is their last. */
function dateText(day: number): string {
  const shifted = day + EPOCH;
  const era = floor(shifted, ERA);
  const ofEra = shifted - era * ERA;
  const yearOfEra = floor(ofEra - floor(ofEra, 1460) + floor(ofEra, 36_524) - floor(ofEra, 146_096), 365);
  const ofYear = ofEra - (365 * yearOfEra + floor(yearOfEra, 4) - floor(yearOfEra, 100));
  const marchMonth = floor(5 * ofYear + 2, 153);
  const dayOfMonth = ofYear - floor(153 * marchMonth + 2, 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`;
}

/** Whole times that one number goes into another; neither is below zero. */
const floor = (number: number, by: number): number => (number - (number % by)) / by;

const two = (number: number): string => String(number).padStart(2, "0");
