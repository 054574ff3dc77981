/** Heads of neighbouring systems' files, with headings as they are known of them. */
export const foreign: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  [
    'SIMS report',
    'UPN,Adno,Legal Surname,Legal Forename,DOB,Gender,Year taught in Code,Reg Group\nA001999919001,000123,Exampleton,Zoe,01/09/2011,F,7,7A\n',
  ],
  [
    'SIMS marks',
    'Surname,Forename,Reg,UPN,Adno,Date,Session,Mark\nExampleton,Zoe,7A,A001999919001,000123,05/09/2024,AM,/\n',
  ],
  [
    'Arbor list',
    'Arbor Student ID,First name,Last name,UPN,Date of birth,Year group,Registration form\n1,Zoe,Exampleton,A001999919001,01/09/2011,Year 7,7A\n',
  ],
  [
    'Bromcom list',
    'StudentID,AdmissionNumber,UPN,LegalFirstName,LegalLastName,DateOfBirth,YearGroup,TutorGroup\n1,000123,A001999919001,Zoe,Exampleton,2011-09-01,7,7A\n',
  ],
  ['a list of anybody', 'UPN,Surname,Forename,Reg Group\nA001999919001,Exampleton,Zoe,7A\n'],
  ['OneRoster users', 'sourcedId,status,dateLastModified,enabledUser,role,username,givenName,familyName\n1,,,,student,z,Zoe,Exampleton\n'],
  ['CTF', '<?xml version="1.0"?><CTfile><Header/></CTfile>'],
  ['Wonde', '{"data":[{"id":"A1","upn":"A001999919001","surname":"Exampleton"}],"meta":{}}'],
].map(([name = '', text = '']) => ({ name, bytes: Buffer.from(text) }));
