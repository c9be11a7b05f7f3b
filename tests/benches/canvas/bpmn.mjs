// A map as BPMN 2.0: a pool with its lanes, a task for each step, a named sequence flow for each
// connector, with the same boxes, bends and places of labels.

/** @typedef {import('./map.mjs').Drawing} Drawing */

/** What the peer draws as the heads of a pool and of its lanes. */
const HEAD = 30;

const SPACES = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
  'id="map" targetNamespace="urn:baton:bench"',
].join(' ');

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const quoted = (text) => text.replace(/[&<>"]/g, (it) => escapes[it]);
const bounds = ({ x, y, w, h }) => `<dc:Bounds x="${x}" y="${y}" width="${w}" height="${h}"/>`;

/** @param {Drawing} map @returns {string} */
export function bpmn(map) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions ${SPACES}>
<collaboration id="collaboration">
<participant id="pool" name="Order to live customer" processRef="process"/>
</collaboration>
<process id="process">
${process(map)}
</process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">
${diagram(map)}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`;
}

/** @param {Drawing} map */
function process({ lanes, steps, flows }) {
  const [into, from] = [new Map(), new Map()];
  const put = (to, key, id) => to.set(key, [...(to.get(key) ?? []), id]);
  for (const flow of flows) {
    put(into, flow.to, flow.id);
    put(from, flow.from, flow.id);
  }
  const listed = (name, ids = []) => ids.map((id) => `<${name}>flow${id}</${name}>`).join('');
  const lane = ({ id, name }) => {
    const inside = steps.filter((it) => it.lane === id);
    const refs = inside.map((it) => `<flowNodeRef>step${it.id}</flowNodeRef>`).join('');
    return `<lane id="lane${id}" name="${quoted(name)}">${refs}</lane>`;
  };
  const task = ({ id, name }) =>
    `<task id="step${id}" name="${quoted(name)}">${listed('incoming', into.get(id))}` +
    `${listed('outgoing', from.get(id))}</task>`;
  const flow = ({ id, name, from, to }) =>
    `<sequenceFlow id="flow${id}" name="${quoted(name)}" sourceRef="step${from}" targetRef="step${to}"/>`;
  const set = `<laneSet id="lanes">${lanes.map(lane).join('')}</laneSet>`;
  return [set, ...steps.map(task), ...flows.map(flow)].join('\n');
}

/** @param {Drawing} map */
function diagram({ bounds: whole, lanes, steps, flows }) {
  const last = lanes.at(-1);
  const bottom = last.top + last.height;
  const w = whole.x + whole.w;
  const pool = { x: -2 * HEAD, y: 0, w: w + 2 * HEAD, h: bottom };
  const shape = (id, box, more = '') =>
    `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${more}>${bounds(box)}</bpmndi:BPMNShape>`;
  const edge = ({ id, line, label }) => {
    const points = line.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join('');
    const name = label ? `<bpmndi:BPMNLabel>${bounds(label)}</bpmndi:BPMNLabel>` : '';
    return `<bpmndi:BPMNEdge id="flow${id}_di" bpmnElement="flow${id}">${points}${name}</bpmndi:BPMNEdge>`;
  };
  return [
    shape('pool', pool, ' isHorizontal="true"'),
    ...lanes.map(({ id, top, height }) =>
      shape(`lane${id}`, { x: -HEAD, y: top, w: w + HEAD, h: height }, ' isHorizontal="true"'),
    ),
    ...steps.map(({ id, box }) => shape(`step${id}`, box)),
    ...flows.map(edge),
  ].join('\n');
}
