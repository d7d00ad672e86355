const header = new TextEncoder().encode('http://ns.adobe.com/xap/1.0/\0')

/** A JPEG with an XMP packet embedded, its picture data untouched. `jpeg` must bear none yet, as renditions do. */
export function embedXmp(jpeg: Uint8Array, packet: Uint8Array): Uint8Array {
  const at = endOfJfif(jpeg)
  const length = 2 + header.length + packet.length
  const marked = new Uint8Array(jpeg.length + 2 + length)
  marked.set(jpeg.subarray(0, at))
  marked.set([0xff, 0xe1, length >> 8, length & 0xff], at)
  marked.set(header, at + 4)
  marked.set(packet, at + 4 + header.length)
  marked.set(jpeg.subarray(at), at + 2 + length)
  return marked
}

/** JFIF's own segment, where there is one, must stay first. */
function endOfJfif(jpeg: Uint8Array): number {
  if (jpeg[2] !== 0xff || jpeg[3] !== 0xe0) return 2
  return 4 + ((jpeg[4] ?? 0) << 8) + (jpeg[5] ?? 0)
}
