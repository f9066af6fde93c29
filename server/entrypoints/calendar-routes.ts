import {
  type Calendar,
  HOLIDAY_COUNTRIES,
  HOLIDAY_YEARS,
  type HolidayCountry,
  holidaysOf,
  OFFSETS,
  WORKING_WEEKS,
} from "@amana/core/calendar";
import { minutes } from "@amana/core/time";
import { Type } from "typebox";
import {
  anyone,
  DateJson,
  defineRoute,
  nullable,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  strict,
  Text,
} from "#runtime/http";

const CalendarJson = strict(
  {
    country: oneOf(HOLIDAY_COUNTRIES),
    utcOffsetMinutes: Type.Integer({ examples: [180] }),
    week: nullable(oneOf(WORKING_WEEKS)),
    holidays: Type.Array(strict({ date: DateJson, name: ref(Text), expected: Type.Boolean() })),
  },
  {
    $id: "Calendar",
    description:
      "`expected`: follows the moon or an announcement and may turn out to be another day. `week` is set where this is the marketplace's own calendar.",
  },
);

/** The days that do not count where a window is counted in business days. They are nobody's, and no module keeps them. */
export const calendarRoutes = ({ calendar }: { readonly calendar: Calendar | null }): Route[] => [
  defineRoute({
    method: "GET",
    path: "/calendars/:country",
    operationId: "getCalendar",
    summary: "The holidays of a country, the earliest first",
    tag: "operations",
    policy: anyone(),
    params: strict({ country: Type.String({ pattern: "^[A-Z]{2}$", examples: ["SA"] }) }),
    query: strict({
      year: Type.Optional(Type.Integer({ minimum: HOLIDAY_YEARS[0], maximum: HOLIDAY_YEARS[2] })),
    }),
    responses: { 200: ref(CalendarJson) },
    problems: ["NOT_FOUND"],
    async handle({ params, query: { year } }) {
      const country = HOLIDAY_COUNTRIES.find((one) => one === params.country);
      if (!country) return problem("NOT_FOUND");
      return reply(200, {
        ...{ country, utcOffsetMinutes: OFFSETS[country] / minutes(1) },
        week: calendar?.country === country ? calendar.week : null,
        holidays: holidaysIn(country, year),
      });
    },
  }),
];

const holidaysIn = (country: HolidayCountry, year: number | undefined) =>
  holidaysOf(country)
    .filter(({ date }) => year === undefined || date.startsWith(`${year}-`))
    .map(({ date, name, expected }) => ({ date, name: { ...name }, expected }));
