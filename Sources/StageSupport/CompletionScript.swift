import ArgumentParser

/// What a shell completes for a program: the parser's script, taught the commands of the program as first words.
///
/// Each command has functions of its own, `ingest check` those of a program `ingest_check`. Behind the command's word
/// they take the place of the program's.
struct CompletionScript {
    let text: String

    init(of stage: any Stage.Type, for shell: CompletionShell) {
        let own = Self.script(of: stage, for: shell)
        let commands = stage.commands.sorted { $0.key < $1.key }.map {
            Command(
                word: $0.key, about: $0.value.configuration.abstract,
                functions: Self.functions(of: $0.value, for: shell))
        }
        guard !commands.isEmpty else {
            text = own
            return
        }
        switch shell {
        case .bash: text = Self.bash(own, stage.name, commands)
        case .zsh: text = Self.zsh(own, stage.name, commands)
        default: text = Self.fish(own, stage.name, commands)
        }
    }

    private struct Command {
        let word: String
        /// One sentence.
        let about: String
        let functions: String

        /// For a text between single quotes.
        var quoted: String { about.replacing("'", with: "'\\''") }
    }
}

// What the parser writes.
extension CompletionScript {
    /// Without the command `help`, which the parser adds and our programs do not have. Zsh would refuse a script that
    /// says twice what stands behind the options.
    private static func script(of stage: any Stage.Type, for shell: CompletionShell) -> String {
        stage.completionScript(for: shell)
            .replacing("        '(-): :->command'\n", with: "")
            .replacing("        '(-)*:: :->arg'\n", with: "")
            .replacing("compgen -W 'help'", with: "compgen -W ''")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasSuffix("-fa 'help' -d 'Show subcommand help information.'") }
            .joined(separator: "\n")
    }

    /// The script of a command as functions, without the lines that are for the shell's loader.
    private static func functions(of stage: any Stage.Type, for shell: CompletionShell) -> String {
        let name = stage.name.replacing(" ", with: "_")
        let script = script(of: stage, for: shell).replacing(stage.name, with: name)
        guard shell != .fish else { return script }
        let body = script.drop { $0 != "\n" }
        let loader = shell == .bash ? "\ncomplete -o " : "\nif [[ \"${funcstack"
        return String(body[..<(body.firstRange(of: loader)?.lowerBound ?? body.endIndex)])
    }
}

// What is added.
extension CompletionScript {
    private static func bash(_ own: String, _ program: String, _ commands: [Command]) -> String {
        let words = commands.map(\.word)
        return own.replacing(
            "\n_\(program)() {\n",
            with: """
                \(commands.map(\.functions).joined())
                _\(program)() {
                    local -a polku_words=("${COMP_WORDS[@]}")
                    if [ "$COMP_CWORD" -eq 1 ]; then
                        mapfile -t COMPREPLY < <(compgen -W '\(words.joined(separator: " "))' -- "${2}")
                    else
                        case "${polku_words[1]}" in
                        \(words.joined(separator: " | ")))
                            local -a COMP_WORDS=("${polku_words[@]:1}")
                            local -i COMP_CWORD=$((COMP_CWORD - 1))
                            "_\(program)_${polku_words[1]}" "$@"
                            return
                            ;;
                        esac
                    fi

                """)
    }

    private static func zsh(_ own: String, _ program: String, _ commands: [Command]) -> String {
        own.replacing(
            "\n_\(program)() {\n",
            with: """
                \(commands.map(\.functions).joined())
                _\(program)() {
                    if (( CURRENT == 2 )); then
                        local -a polku_commands=(
                            \(commands.map { "'\($0.word):\($0.quoted)'" }.joined(separator: " "))
                        )
                        _describe -t commands command polku_commands
                    elif [[ ${words[2]} == (\(commands.map(\.word).joined(separator: "|"))) ]]; then
                        shift words
                        (( CURRENT -= 1 ))
                        _\(program)_${words[1]} "$@"
                        return
                    fi

                """)
    }

    private static func fish(_ own: String, _ program: String, _ commands: [Command]) -> String {
        let words = commands.map(\.word).joined(separator: " ")
        let isCommand = "contains -- \"$unparsed_tokens[2]\" \(words)"
        let read = "    set -l unparsed_tokens (__\(program)_tokens -pc)\n"
        let offers = commands.map {
            "complete -c '\(program)' -n '__\(program)_is_first_word' -fa '\($0.word)' -d '\($0.quoted)'"
        }
        let functions = """

            function __\(program)_is_first_word
                test (count (__\(program)_tokens -pc)) -eq 1
            end

            function __\(program)_is_command
            \(read)    \(isCommand)
            end

            function __\(program)_complete_command
                set -l before (__\(program)_tokens -pc)
                complete -C "\(program)_$(string join ' ' -- $before[2..] (commandline -ct))"
            end

            \(offers.joined(separator: "\n"))
            complete -c '\(program)' -n __\(program)_is_command -fa '(__\(program)_complete_command)'
            """
        return own.replacing(read, with: read + "    \(isCommand); and return\n") + "\n"
            + commands.map { $0.functions + "\n" }.joined() + functions
    }
}
