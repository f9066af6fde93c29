export { giveBack, insertProduct, listProducts, type Picture, type Product, readProduct, reserve, type Text } from "./store.ts";
export { catalogRoutes } from "./routes.ts";
