import type { Shipment, ShippingOrder } from "./records.ts";

/** A one-page PDF 1.4 with the AWB, both addresses and the order id as text. */
export function shipmentPdf(kind: "label" | "manifest", order: ShippingOrder, shipment: Shipment): Buffer {
  const lines = [
    `SANDBOX ${kind.toUpperCase()} - not a real shipment`,
    `AWB: ${shipment.awb ?? "-"}   Courier: ${shipment.courierCode ?? "-"}`,
    `Order: ${order.orderId}   Shipment: ${shipment.shipmentId}   ${order.paymentMethod}`,
    "",
    `To: ${order.shipping.name}`,
    order.shipping.line1,
    order.shipping.line2 ?? "",
    `${order.shipping.pincode}   ${order.shipping.phone}`,
    "",
    `From: ${order.pickup.name} (${order.pickupName})`,
    order.pickup.line1,
    `${order.pickup.pincode}   ${order.pickup.phone}`,
    "",
    ...order.items.map((item) => `${item.units} x ${item.name}`),
    `Weight: ${order.grams} g`,
  ];
  const text = lines.map((line) => `(${escaped(line)}) Tj T*`).join("\n");
  return assemble(`BT /F1 12 Tf 18 TL 36 380 Td\n${text}\nET`);
}

/** PDF strings are one byte a letter here, so letters outside Latin-1 become question marks. */
const escaped = (line: string): string =>
  line.replace(/[^\x20-\x7e\xa0-\xff]/g, "?").replace(/[\\()]/g, (sign) => `\\${sign}`);

function assemble(content: string): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 432 420] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${Buffer.byteLength(content, "latin1")} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(body, "latin1");
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const start = Buffer.byteLength(body, "latin1");
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body + tail, "latin1");
}
