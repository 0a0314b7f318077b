// Icons on a 24 × 24 grid.
import { svg } from "../base/dom.js";

const TYPE_ICONS = {
  client: [
    "M12 12.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z",
    "M4.500 20.500c.8-3.700 3.800-5.500 7.500-5.500s6.700 1.800 7.500 5.500",
  ],
  service: ["M12 2.800 20 7.400v9.200l-8 4.600-8-4.600V7.400Z", "M4.200 7.500 12 12l7.800-4.500", "M12 12v9"],
  table: ["M3.500 5h17v14h-17Z", "M3.500 9.700h17", "M3.500 14.300h17", "M9.500 9.700V19"],
  database: [
    "M4.500 5.800c0-3.700 15-3.700 15 0s-15 3.700-15 0Z",
    "M4.500 5.800v12.400c0 3.700 15 3.700 15 0V5.800",
    "M4.500 12c0 3.700 15 3.700 15 0",
  ],
  queue: ["M3 7h4.500v10H3Z", "M9.750 7h4.500v10h-4.500Z", "M16.500 7H21v10h-4.500Z"],
  topic: ["M4 12h5", "M9 12l8-6", "M9 12h8", "M9 12l8 6", "M19 6h.1", "M19 12h.1", "M19 18h.1"],
  bucket: ["M4 6.500c0-2.700 16-2.700 16 0s-16 2.700-16 0Z", "m4 6.500 2 12.700c.4 2.100 11.600 2.100 12 0l2-12.700"],
  function: ["M6 4.500h2.500L17 19.500h2", "M11.300 10 6.500 19.500"],
  remote: [
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
    "M3.300 12h17.400",
    "M12 3c-5.300 5.300-5.300 12.700 0 18 5.300-5.300 5.300-12.700 0-18Z",
  ],
};

const BUTTON_ICONS = {
  plus: ["M12 5v14", "M5 12h14"],
  minus: ["M5 12h14"],
  fit: ["M4 9V4h5", "M20 9V4h-5", "M4 15v5h5", "M20 15v5h-5"],
  arrange: ["M3 9h6v6H3Z", "M15 3h6v6h-6Z", "M15 15h6v6h-6Z", "M9 12h3M15 6h-3v12h3"],
};

/** The icon's name for a node's type. */
export function iconName(type) {
  if (type === "client" || type === "remote") return type;
  if (/DynamoDB::Table/i.test(type)) return "table";
  if (/S3::Bucket/i.test(type)) return "bucket";
  if (/SQS|Queue/i.test(type)) return "queue";
  if (/SNS|Topic/i.test(type)) return "topic";
  if (/Lambda/i.test(type)) return "function";
  if (/Database|RDS|DynamoDB|SQL/i.test(type)) return "database";
  return "service";
}

/** A node type's icon as an SVG group around the origin, for the map. */
export function typeIconGroup(type, scale = 1) {
  const paths = TYPE_ICONS[iconName(type)].map((d) => svg("path", { d }));
  return svg("g", { class: "icon", transform: `scale(${scale}) translate(-12 -12)` }, paths);
}

/** A node type's icon as an image, for lists. */
export function typeIcon(type) {
  return image(TYPE_ICONS[iconName(type)]);
}

/** A button's icon: "plus", "minus", "fit" or "arrange". */
export function buttonIcon(name) {
  return image(BUTTON_ICONS[name]);
}

function image(drawing) {
  return svg(
    "svg",
    { class: "icon inline-icon", viewBox: "0 0 24 24", "aria-hidden": "true" },
    drawing.map((d) => svg("path", { d })),
  );
}
