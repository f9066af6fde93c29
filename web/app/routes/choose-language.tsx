import { type LoaderFunctionArgs, redirect } from "react-router";
import { rememberedLang } from "../language.ts";

export const loader = ({ request }: LoaderFunctionArgs) =>
  redirect(`/${rememberedLang(request)}`, { headers: { vary: "accept-language, cookie" } });

export default function ChooseLanguage() {
  return null;
}
