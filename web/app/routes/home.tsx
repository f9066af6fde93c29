import { useTranslation } from "react-i18next";
import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { Listed, Product } from "../../api/types.ts";
import { Pledge } from "../../features/catalog/pledge.tsx";
import { ProductGrid } from "../../features/catalog/product-grid.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const list = await read<Listed<Product>>(args, "/products?limit=48");
  return { products: list.data };
}

export default function Home() {
  const { t } = useTranslation();
  const { products } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("home.pageTitle")} />
      <Pledge demo={Boolean(shell?.sandbox)} />
      <section id="products" aria-labelledby="products-title">
        <h2 id="products-title" style={{ fontSize: "1.5rem", marginBlock: "var(--space-4)" }}>
          {t("home.products")}
        </h2>
        <ProductGrid products={products} />
      </section>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
