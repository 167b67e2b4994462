/* Objects of the test driver in the process, given where another kind belongs. needs: the local driver */
#include "wrong_handle.c"
