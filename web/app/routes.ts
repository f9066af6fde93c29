import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes";

export default [
  index("routes/choose-language.tsx"),
  route("sitemap.xml", "routes/sitemap.ts"),
  ...prefix(":lang", [
    layout("routes/shell.tsx", [
      index("routes/home.tsx"),
      route("products/:id", "routes/product.tsx"),
      route("checkout/:productId", "routes/checkout.tsx"),
      route("orders", "routes/orders.tsx"),
      route("orders/:id", "routes/order.tsx"),
      route("orders/:id/pay", "routes/pay.tsx"),
      route("orders/:id/paid", "routes/paid.tsx"),
      route("orders/:id/dispatch", "routes/dispatch.tsx"),
      route("selling", "routes/selling.tsx"),
      route("selling/bank-account", "routes/bank-account.tsx"),
      route("wallet", "routes/wallet.tsx"),
      route("wallet/statement", "routes/wallet-statement.tsx"),
      route("wallet/statement.csv", "routes/wallet-statement-csv.ts"),
      route("finance", "routes/finance.tsx"),
      route("finance/payouts", "routes/finance-payouts.tsx"),
      route("notifications", "routes/notifications.tsx"),
      route("sandbox/sign-in", "routes/sign-in.tsx"),
      route("sandbox/clock", "routes/clock.ts"),
      route("*", "routes/not-found.tsx"),
    ]),
  ]),
] satisfies RouteConfig;
