/* A reader driver for pcscd whose reader is a socket: every question goes to a test at 127.0.0.1:CHANNELID, as one byte what,
   four bytes of length (big-endian) and data, and comes back as four bytes of length and data. All that the reader can do,
   and how it lies, is the test's. */
#include <arpa/inet.h>
#include <ifdhandler.h>
#include <reader.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int line = -1;
static DWORD port;

static int whole(int out, void *data, size_t length) {
  char *at = data;
  while (length > 0) {
    ssize_t n = out ? send(line, at, length, MSG_NOSIGNAL) : recv(line, at, length, 0);
    if (n <= 0) return 0;
    at += n;
    length -= (size_t)n;
  }
  return 1;
}

/* Length of the answer, or -1. */
static long ask(char what, const void *data, size_t length, unsigned char *answer, size_t room) {
  unsigned char out[1024] = { (unsigned char)what };
  uint32_t size = htonl((uint32_t)length);
  if (length > sizeof out - 5) return -1;
  if (line < 0) {
    struct sockaddr_in to;
    memset(&to, 0, sizeof to);
    to.sin_family = AF_INET;
    to.sin_port = htons((uint16_t)port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    line = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(line, (struct sockaddr *)&to, sizeof to)) goto broken;
  }
  memcpy(out + 1, &size, 4);
  if (length) memcpy(out + 5, data, length);
  if (!whole(1, out, length + 5) || !whole(0, &size, 4)) goto broken;
  size = ntohl(size);
  if (size > room || !whole(0, answer, size)) goto broken;
  return (long)size;
broken:
  close(line);
  line = -1;
  return -1;
}

RESPONSECODE IFDHCreateChannel(DWORD lun, DWORD channel) {
  (void)lun;
  port = channel;
  return IFD_SUCCESS;
}
RESPONSECODE IFDHCreateChannelByName(DWORD lun, LPSTR name) {
  (void)lun;
  (void)name;
  return IFD_NOT_SUPPORTED;
}
RESPONSECODE IFDHCloseChannel(DWORD lun) {
  (void)lun;
  if (line >= 0) close(line);
  line = -1;
  return IFD_SUCCESS;
}
RESPONSECODE IFDHGetCapabilities(DWORD lun, DWORD tag, PDWORD length, PUCHAR value) {
  (void)lun;
  if ((tag == TAG_IFD_SLOTS_NUMBER || tag == TAG_IFD_SIMULTANEOUS_ACCESS) && *length >= 1) {
    *value = 1;
    *length = 1;
    return IFD_SUCCESS;
  }
  return IFD_ERROR_TAG;
}
RESPONSECODE IFDHSetCapabilities(DWORD lun, DWORD tag, DWORD length, PUCHAR value) {
  (void)lun, (void)tag, (void)length, (void)value;
  return IFD_NOT_SUPPORTED;
}
RESPONSECODE IFDHSetProtocolParameters(DWORD lun, DWORD protocol, UCHAR flags, UCHAR a, UCHAR b, UCHAR c) {
  (void)lun, (void)protocol, (void)flags, (void)a, (void)b, (void)c;
  return IFD_SUCCESS;
}
RESPONSECODE IFDHPowerICC(DWORD lun, DWORD action, PUCHAR atr, PDWORD length) {
  unsigned char answer[MAX_ATR_SIZE];
  long n = ask(action == IFD_POWER_DOWN ? 'D' : 'R', NULL, 0, answer, sizeof answer);
  (void)lun;
  *length = 0;
  if (n < 0) return IFD_COMMUNICATION_ERROR;
  memcpy(atr, answer, (size_t)n);
  *length = (DWORD)n;
  return IFD_SUCCESS;
}
RESPONSECODE IFDHTransmitToICC(DWORD lun, SCARD_IO_HEADER send_pci, PUCHAR out, DWORD out_length, PUCHAR in,
                               PDWORD in_length, PSCARD_IO_HEADER receive_pci) {
  long n = ask('T', out, out_length, in, *in_length);
  (void)lun;
  if (receive_pci) receive_pci->Protocol = send_pci.Protocol;
  *in_length = n < 0 ? 0 : (DWORD)n;
  return n < 0 ? IFD_COMMUNICATION_ERROR : IFD_SUCCESS;
}
/* The first byte of the answer: 0 done, 1 not supported, 2 an error of the line. */
RESPONSECODE IFDHControl(DWORD lun, DWORD code, PUCHAR out, DWORD out_length, PUCHAR in, DWORD room, LPDWORD length) {
  unsigned char asked[512], answer[512];
  uint32_t number = htonl((uint32_t)code);
  long n;
  (void)lun;
  *length = 0;
  if (out_length > sizeof asked - 4) return IFD_COMMUNICATION_ERROR;
  memcpy(asked, &number, 4);
  if (out_length) memcpy(asked + 4, out, out_length);
  n = ask('C', asked, out_length + 4, answer, sizeof answer);
  if (n < 1 || (DWORD)n - 1 > room || answer[0] == 2) return IFD_COMMUNICATION_ERROR;
  if (answer[0] == 1) return IFD_ERROR_NOT_SUPPORTED;
  memcpy(in, answer + 1, (size_t)n - 1);
  *length = (DWORD)n - 1;
  return IFD_SUCCESS;
}
RESPONSECODE IFDHICCPresence(DWORD lun) {
  unsigned char answer[1];
  (void)lun;
  return ask('P', NULL, 0, answer, 1) == 1 && answer[0] ? IFD_ICC_PRESENT : IFD_ICC_NOT_PRESENT;
}
