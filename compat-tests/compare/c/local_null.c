/* Real objects of the test driver in the process, other pointers NULL. needs: the local driver */
#include "null_members.c"
