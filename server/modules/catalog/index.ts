export { catalogRoutes } from "./routes.ts";
export {
  giveBack,
  insertProduct,
  listProducts,
  type Picture,
  type Product,
  readProduct,
  reserve,
  type Text,
} from "./store.ts";
