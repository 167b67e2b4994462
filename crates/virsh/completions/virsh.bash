# Completion of virsh and virt-admin in bash: the programs know their commands, options and live names themselves.

_oxivirt_virsh() {
    local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} index=1 uri=() read_only=()
    # Options before the command say which daemon has the names.
    while [ "$index" -lt "$COMP_CWORD" ]; do
        case ${COMP_WORDS[index]} in
            -c | --connect) uri=(-c "${COMP_WORDS[index + 1]}") index=$((index + 2)) ;;
            -r | --readonly) read_only=(-r) index=$((index + 1)) ;;
            -d | --debug | -e | --escape | -k | -K | -l | --log) index=$((index + 2)) ;;
            -*) index=$((index + 1)) ;;
            *) break ;;
        esac
    done
    local words=("${COMP_WORDS[@]:index:COMP_CWORD - index}")
    COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" -q "${uri[@]}" "${read_only[@]}" complete -- "${words[@]}" "$word" \
        2>/dev/null </dev/null)" -- "$word"))
}

complete -F _oxivirt_virsh virsh virt-admin
