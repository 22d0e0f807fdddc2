package cshis

/*
#include <windows.h>
*/
import "C"

import (
	"unicode/utf16"
	"unsafe"
)

// FromBig5 Big5 轉成 Go 的字串 / Big5 as a Go string
func FromBig5(big5 string) string {
	if big5 == "" {
		return ""
	}
	from := C.CString(big5)
	defer C.free(unsafe.Pointer(from))
	wide := make([]uint16, len(big5))
	count := C.MultiByteToWideChar(950, 0, from, C.int(len(big5)), (*C.WCHAR)(unsafe.Pointer(&wide[0])), C.int(len(wide)))
	return string(utf16.Decode(wide[:count]))
}
