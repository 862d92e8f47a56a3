/** The register over raw HTTP: what no client of ours would send. */

const signOn = `<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>
<root xmlns="http://www.cpr.dk"><Gctp v="2.0"><Sik function="signon" userid="WTST0001" password="Hemmelig-1"/></Gctp></root>`

export async function post(register: string, body: string, cookie = '') {
  const response = await fetch(`${register}/cpr-online-gctp/gctp`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', 'user-agent': 'CPR/1.0', cookie },
    body,
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, text: bytes.toString('latin1'), headers: response.headers }
}

export async function signOnToken(register: string): Promise<string> {
  const { headers } = await post(register, signOn)
  const token = /token=[^;]+/i.exec(headers.get('set-cookie') ?? '')
  if (token === null) throw new Error('no token')
  return token[0]
}

export const initiateMove = (
  pnr: string,
) => `<?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>
<root xmlns="http://www.cpr.dk"><Gctp v="2.0"><System r="CprAjour"><Service r="FLYT-I"><CprServiceHeader r="FLYT-I" st="P" mk="0851"><Key><Field r="PNR" v="${pnr}"/></Key></CprServiceHeader></Service></System></Gctp></root>`
