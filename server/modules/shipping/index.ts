export { bookShipment, cancelAtCarrier, cancelShipment, replaceShipment, requestShipment } from "./book.ts";
export { eraseParcelsOf, eraseRecipients } from "./erase.ts";
export { quoteRates } from "./rates.ts";
export { shippingRoutes } from "./routes.ts";
export { type Quote, type QuoteRequest, readQuote, type Shipment, scansOf, shipmentOfOrder } from "./store.ts";
export { askCarrier, receiveTracking, requestAsk, trackShipment } from "./track.ts";
