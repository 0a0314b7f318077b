// Limit of the graphs that are drawn: a larger one nobody can read, and the page would be busy with it for many seconds.
import { count } from "../base/format.js";

const MAX_NODES = 400;
const MAX_EDGES = 2000;

export function isTooLarge({ nodes, edges }) {
  return nodes.length > MAX_NODES || edges.length > MAX_EDGES;
}

/** Why a graph isn't drawn: "5,000 nodes with 9,000 connections are more than a map can show". */
export function tooLargeText({ nodes, edges }) {
  return `${count(nodes.length)} nodes with ${count(edges.length)} connections are more than a map can show`;
}
