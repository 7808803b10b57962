// The address of a document number whose brackets or digits were changed on the way leads to the number as it is printed:
// /wh/宁发[2017]10号 → /wh/宁发〔2017〕10号/. Servers that load redirects.nginx.conf or _redirects never come here.
const address = () => {
  try {
    return decodeURIComponent(location.pathname);
  } catch {
    return '';
  }
};

const path = address();
const at = path.lastIndexOf('/wh/') + 4;
if (at > 3) {
  const number = path.slice(at).replace(/\/$/, '').normalize('NFKC').replace(/\s/g, '')
    .replace(/[[({<〈【《﹝﹙〔]([0-9]{4})[\])}>〉】》﹞﹚〕]/, '〔$1〕');
  const wanted = path.slice(0, at) + number + '/';
  // Only once: the address that this makes is not changed again.
  if (number && wanted !== path) location.replace(encodeURI(wanted));
}
