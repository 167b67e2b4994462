# Completion of virsh and virt-admin in bash: the programs know their commands, options and live names themselves.

_oxivirt_virsh() {
    local line=${COMP_LINE:0:COMP_POINT} words word index=1 before=() IFS=$' \t\n'
    # Not COMP_WORDS: bash ends words at the colons of a URI.
    read -ra words <<<"$line"
    case $line in *[[:space:]]) words+=("") ;; esac
    word=${words[${#words[@]} - 1]}
    # Options before the command say which daemon has the names.
    while [ "$index" -lt $((${#words[@]} - 1)) ]; do
        case ${words[index]} in
            -c | --connect) before+=(-c "${words[index + 1]}") index=$((index + 2)) ;;
            --connect=* | -r | --readonly) before+=("${words[index]}") index=$((index + 1)) ;;
            -d | --debug | -e | --escape | -k | --keepalive-interval | -K | --keepalive-count | -l | --log) index=$((index + 2)) ;;
            -*) index=$((index + 1)) ;;
            *) break ;;
        esac
    done
    IFS=$'\n'
    COMPREPLY=($(compgen -W "$("${words[0]}" -q "${before[@]}" complete -- "${words[@]:index}" 2>/dev/null </dev/null)" -- "$word"))
    # What stands before the last colon or equals sign is no part of the word for bash.
    COMPREPLY=("${COMPREPLY[@]#"${word%"${word##*[:=]}"}"}")
}

complete -F _oxivirt_virsh virsh virt-admin
