import { data } from "react-router";
import { ErrorPage } from "../error-page.tsx";

export const loader = () => {
  throw data(null, { status: 404 });
};

export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
