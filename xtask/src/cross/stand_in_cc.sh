#!/bin/sh
# Stands in for the phones' C compilers. A type-check links nothing, so that an empty file does for an object.
previous=
for word; do
    case $previous in
        -o) : >"$word" ;;
    esac
    case $word in
        # So it is asked which compiler it is, and whether it is Microsoft's.
        -E) echo '"gcc"' ;;
        '-?') exit 1 ;;
    esac
    previous=$word
done
