import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "react-router";
import { calendarIn, cookieOf } from "../../ui/calendar.ts";
import { themeIn, themeKept } from "../../ui/theme.ts";

/** How pages look in this browser, chosen without a script: kept in the same cookies that a script writes. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const [theme, calendar] = [form.get("theme"), form.get("calendar")];
  const headers = new Headers();
  const chosen = themeIn(`amana_theme=${String(theme)}`);
  if (chosen) headers.append("set-cookie", themeKept(chosen));
  if (calendar !== null) headers.append("set-cookie", cookieOf(calendarIn(`amana_calendar=${String(calendar)}`)));
  return redirect(`/${params.lang}/settings`, { headers });
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/${params.lang}/settings`);
