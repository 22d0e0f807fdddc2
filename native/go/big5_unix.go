//go:build !windows

package cshis

/*
#cgo darwin LDFLAGS: -liconv
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

static size_t from_big5(char *big5, size_t length, char *text, size_t space)
{
	size_t left = space;
	iconv_t converter = iconv_open("UTF-8", "CP950");
	if (converter == (iconv_t)-1)
		return 0;
	iconv(converter, &big5, &length, &text, &left);
	iconv_close(converter);
	return space - left;
}
*/
import "C"

import "unsafe"

// FromBig5 Big5 轉成 Go 的字串 / Big5 as a Go string
func FromBig5(big5 string) string {
	space := C.size_t(len(big5)*3 + 1)
	from, text := C.CString(big5), (*C.char)(C.malloc(space))
	defer C.free(unsafe.Pointer(from))
	defer C.free(unsafe.Pointer(text))
	return C.GoStringN(text, C.int(C.from_big5(from, C.size_t(len(big5)), text, space)))
}
