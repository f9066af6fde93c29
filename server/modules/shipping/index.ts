export { bookShipment, cancelAtCarrier, cancelShipment, requestShipment } from "./book.ts";
export { quoteRates } from "./rates.ts";
export { type Quote, readQuote, scansOf, type Shipment, shipmentOfOrder } from "./store.ts";
export { askCarrier, receiveTracking, requestAsk, trackShipment } from "./track.ts";
export { shippingRoutes } from "./routes.ts";
