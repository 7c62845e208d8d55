// Places: a click on a sheet fills the coordinates of the item that is open, or of a new one; by keyboard they are typed.
import { form, field, itemsOf } from './write-fields.js';

const said = document.querySelector('[data-picked]');
let last = null;

form?.addEventListener('focusin', event => { last = event.target.closest('.item') ?? last; });

const itemFor = list => {
  const open = itemsOf(list).filter(item => item.querySelector('details')?.open);
  if (open.length > 0) return open.includes(last) ? last : open.at(-1);
  list.querySelector(':scope > [data-add]').click();
  return itemsOf(list).at(-1);
};

if (said) document.addEventListener('click', event => {
  const sheet = event.target.closest('[data-pick]');
  if (!sheet) return;
  const box = sheet.getBoundingClientRect(), { west, east, south, north } = sheet.dataset;
  const across = (event.clientX - box.left) / box.width, down = (event.clientY - box.top) / box.height;
  const latitude = (+north - down * (north - south)).toFixed(3), longitude = (+west + across * (east - west)).toFixed(3);
  const input = itemFor(field('items')).querySelector('[data-key="at"] .v');
  input.value = `${latitude}, ${longitude}`;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  for (const mark of document.querySelectorAll('[data-pick-mark]')) mark.setAttribute('cx', '-50');
  const mark = sheet.querySelector('[data-pick-mark]'), size = sheet.viewBox.baseVal;
  mark.setAttribute('cx', across * size.width);
  mark.setAttribute('cy', down * size.height);
  said.textContent = `填了：纬度 ${latitude}，经度 ${longitude}。`;
});
