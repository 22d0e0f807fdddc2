"""範例：一次門診，從開啟讀卡機到簽章處方。 / Sample: one visit, from opening the reader to the signed prescription.

    CSHIS_LIBRARY=native/build/linux-x64/libcshis.so python3 native/python/sample.py

讀到的欄位印成 name=value；遇到沒有預期的回傳碼就結束，結束碼 1。
Prints the fields as name=value; ends with 1 at a return code that it did not expect.
"""
import os
import sys
from ctypes import byref, c_short, create_string_buffer

import cshis

library = cshis.load(os.environ.get('CSHIS_LIBRARY'))


def check(function, code, expected=(0,)):
    if code not in expected:
        zh, en = cshis.CODES.get(code, ('', ''))
        print(f'{function}: {code} {zh} {en}', file=sys.stderr)
        library.csCloseCom()
        sys.exit(1)


def show(fields):
    for name, value in fields.items():
        print(f'{name}={value}')


def read(function, layout, *inputs, expected=(0,)):
    """呼叫一個讀取函式，傳回欄位 / calls a reading function, returns its fields"""
    length = cshis.LENGTHS[layout]
    buffer = create_string_buffer(length)
    check(function, getattr(library, function)(*inputs, buffer, byref(c_short(length))), expected)
    fields = cshis.decode(layout, buffer)
    show(fields)
    return fields


sys.stdout.reconfigure(encoding='utf-8')
check('csOpenCom', library.csOpenCom(0))
# 安全模組與資料中心認證（每天開機一次即可） / once a day is enough
check('csVerifySAMDC', library.csVerifySAMDC())

# 1.1 基本資料、1.38 有效期限與可用次數 / basic data; validity and visits available
person = read('hisGetBasicData', 'basicData')
read('hisGetRegisterBasic2', 'registerBasic2')

# 1.53 掛號：01 西醫門診。5010 是提示（同日第二次），5174 是沒有就醫識別碼，資料都在。
# Register: western outpatient. 5010 tells of a second visit today, 5174 of no identifier: both come with data.
grant = read('hisGetSeqNumber256N1', 'visitGrant', b'01', b' ', b'1', expected=(0, 5010, 5174))

# 寫入要用就醫那一刻的日期時間，不是電腦的 / what is written bears the visit's own time, never the computer's
visit = [text.encode('ascii') for text in (grant['visitTime'], person['personId'], person['birthDate'])]

# 1.47 診斷與費用；診斷碼放在方括號裡是 ICD-10 格式 / diagnoses and fees; brackets mean ICD-10
codes = ''.join(f'[{code:<7}]' for code in ('J069', '', '', '', '', ''))
fees = '00000350' '00000050' '00000000' '0000000' '0000000'
doctor = create_string_buffer(11)
check('hisWriteTreatmentData', library.hisWriteTreatmentData(*visit, ('1' + codes + fees).encode('cp950'), doctor))
print(f"doctorId={doctor.value.decode('ascii')}")

# 1.49 兩筆處方，每筆一個簽章 / two items, a signature each
widths = (13, 1, 12, 6, 18, 2, 7, 2)
items = [
    (grant['visitTime'], '1', 'AC12345100', '', 'TID', '03', '9', '01'),
    (grant['visitTime'], '3', '00109C', '', '', '', '1', '03'),
]
data = ''.join(f'{value:<{width}}' for item in items for value, width in zip(item, widths))
size = cshis.LENGTHS['prescriptionSignature']
signatures = create_string_buffer(size * len(items))
check('hisWriteMultiPrescriptSign', library.hisWriteMultiPrescriptSign(
    *visit, data.encode('cp950'), byref(c_short(len(items))), signatures, byref(c_short(len(signatures)))))
for at in range(len(items)):
    print(f"signature{at + 1}={signatures.raw[at * size:(at + 1) * size].decode('ascii')}")

check('csCloseCom', library.csCloseCom())
