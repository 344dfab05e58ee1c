using Build.Tests.Support;

namespace Build.Tests.Images.Support;

/// <summary>
/// A 'docker' on the path that keeps images as files, and records each call with its arguments, its standard input and its environment.
/// </summary>
internal sealed class FakeDocker
{
    private readonly FakeRepository _repository;

    public FakeDocker(FakeRepository repository)
    {
        _repository = repository;
        Directory.CreateDirectory(Combine("images"));
        repository.GivenTool("docker", $$$$"""
            state='{{{{Combine()}}}}'
            number=$(printf %04d "$(ls "$state" | grep -c '^call-')")
            call="$state/call-$number"
            printf '%s\n' "$*" > "$call"
            env > "$state/environment-$number"
            verb="$1"
            if [ "$1" = image ] || [ "$1" = context ]; then verb="$1-$2"; fi
            for last; do :; done
            file="$state/images/$(printf %s "$last" | tr '/:' '__')"
            if [ "$last" != --help ] && [ -f "$state/fail-$verb" ]; then
              if [ "$verb" = login ] && [ ! -f "$state/deaf" ]; then cat > /dev/null; fi
              cat "$state/fail-$verb" >&2
              exit 1
            fi
            case "$verb" in
              image-build)
                if [ "$last" = --help ]; then cat "$state/help" 2>/dev/null; exit 0; fi
                platform=''; tag=''
                while [ $# -gt 0 ]; do
                  case "$1" in --platform) platform="$2" ;; --tag) tag="$2" ;; esac
                  shift
                done
                [ -f "$state/platform" ] && platform=$(cat "$state/platform")
                printf %s "$platform" > "$state/images/$(printf %s "$tag" | tr '/:' '__')"
                echo "Successfully tagged $tag" ;;
              image-inspect)
                if [ ! -f "$file" ]; then echo "Error: No such image: $last" >&2; exit 1; fi
                case "$*" in *Os*) cat "$file" ;; *) sed 's,.*/,,' "$file" ;; esac; echo ;;
              image-tag) cp "$state/images/$(printf %s "$3" | tr '/:' '__')" "$file" ;;
              login)
                cat > "$state/stdin-$number"
                stat -c %a "$DOCKER_CONFIG" > "$state/mode"
                cp "$DOCKER_CONFIG/config.json" "$state/config-before-login"
                printf '{"auths": {"%s": {"auth": "%s"}}}' "$last" "$(printf 'AWS:%s' "$(cat "$state/stdin-$number")" | base64 -w0)" > "$DOCKER_CONFIG/config.json"
                echo 'Login Succeeded' ;;
              push)
                grep -q '"auth": "' "$DOCKER_CONFIG/config.json" || { echo 'no basic auth credentials' >&2; exit 1; }
                echo "The push refers to repository [$last]"
                if [ -f "$state/slow" ]; then echo "$$" > "$state/pushing"; exec sleep 60; fi
                touch "$state/pushed" ;;
              context-inspect) echo 'unix:///var/run/the-users-docker.sock' ;;
            esac
            """);
    }

    /// <summary>The arguments of each call so far.</summary>
    public IReadOnlyList<string> Calls => [.. Directory.EnumerateFiles(Combine(), "call-*").Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file).Trim())];

    /// <summary>Whether an image was pushed.</summary>
    public bool IsPushed => File.Exists(Combine("pushed"));

    /// <summary>What was written to standard inputs.</summary>
    public IReadOnlyList<string> Inputs => [.. Directory.EnumerateFiles(Combine(), "stdin-*").Select(File.ReadAllText)];

    /// <summary>A file of its state.</summary>
    public string Combine(params string[] parts) => _repository.Combine(["docker-state", .. parts]);

    /// <summary>A variable in the environment of a call.</summary>
    public string? Variable(int call, string name) => File.ReadLines(Combine($"environment-{call:0000}"))
        .Where(line => line.StartsWith(name + "=", StringComparison.Ordinal)).Select(line => line[(name.Length + 1)..]).FirstOrDefault();

    /// <summary>Makes one command fail with a text.</summary>
    public void GivenFailure(string verb, string says) => File.WriteAllText(Combine("fail-" + verb), says + "\n");

    /// <summary>Writes a file of its state.</summary>
    public void Given(string file, string text = "") => File.WriteAllText(Combine(file), text);
}
