#!/usr/bin/env pwsh
# Runs the build automation: ./build.ps1 --help. Works from any folder; build.sh does the same, step by step.
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$project = "$root/build/Build.csproj"
$output = "$root/artifacts/bin/Build/release"
$stamp = "$output/sources.stamp"
$lock = "$root/artifacts/bin/Build/build.lock"

# What the automation is built from: a change below any of these rebuilds it.
$watched = @(
  'build'
  'compat'
  'src/LoadTest.Configuration'
  'src/Directory.Build.props'
  'src/Directory.Build.targets'
  'Directory.Build.props'
  'Directory.Packages.props'
  'global.json'
  '.editorconfig'
  'BannedSymbols.txt'
)

function Stop-WithoutSdk {
  $version = (Get-Content "$root/global.json" -Raw | ConvertFrom-Json).sdk.version
  [Console]::Error.WriteLine("The .NET SDK $version or a newer feature band of it is needed (global.json), and 'dotnet' does not offer it.")
  [Console]::Error.WriteLine("Get it from https://dotnet.microsoft.com/download, or with the script https://dot.net/v1/dotnet-install: --version $version")
  exit 1
}

function Test-Fresh {
  if (-not ((Test-Path $stamp) -and (Test-Path "$output/Build.dll"))) { return $false }
  $built = (Get-Item -Force $stamp).LastWriteTimeUtc
  foreach ($path in $watched) {
    if (-not (Test-Path "$root/$path")) { return $false }
    if ((Get-Item -Force "$root/$path").LastWriteTimeUtc -gt $built) { return $false }
    # Of a file, it would look for others of that name in all folders beside it.
    if (-not (Test-Path -PathType Container "$root/$path")) { continue }
    if (Get-ChildItem -Force -Recurse "$root/$path" | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { return $false }
  }
  return $true
}

function Invoke-Build {
  Remove-Item -Force $stamp, "$output/Build.dll" -ErrorAction SilentlyContinue
  Push-Location $root
  try {
    & dotnet --version *> $null
    if ($LASTEXITCODE -ne 0) { Stop-WithoutSdk }
    [Console]::Error.WriteLine("building the automation, as its sources changed")
    $began = [DateTime]::UtcNow
    $log = & dotnet build $project --configuration Release --verbosity quiet --nologo -nodeReuse:false -p:UseSharedCompilation=false 2>&1
    if ($LASTEXITCODE -ne 0) {
      [Console]::Error.WriteLine(($log | Out-String).TrimEnd())
      [Console]::Error.WriteLine("The automation does not build.")
      exit 1
    }
    # A build that is told to stop ends without an error, and without having built.
    if (-not (Test-Path "$output/Build.dll")) {
      [Console]::Error.WriteLine("The build of the automation was stopped.")
      exit 1
    }
    New-Item -Force -ItemType File $stamp | Out-Null
    (Get-Item -Force $stamp).LastWriteTimeUtc = $began
  }
  finally { Pop-Location }
}

function Show-Waiting {
  [Console]::Error.WriteLine("waiting for another build of the automation (if none runs, remove $(Split-Path $lock)/build.lock*)")
}

# One build at a time: those that come meanwhile wait, and then find nothing to do.
function Invoke-BuildAlone {
  New-Item -Force -ItemType Directory (Split-Path $lock) | Out-Null
  $held = $null; $waiting = $false
  while ($null -eq $held) {
    try { $held = [IO.File]::Open($lock, 'OpenOrCreate', 'ReadWrite', 'None') }
    catch [IO.IOException] {
      if (-not $waiting) { Show-Waiting; $waiting = $true }
      Start-Sleep -Milliseconds 200
    }
  }
  try { if (-not (Test-Fresh)) { Invoke-Build } }
  finally { $held.Dispose() }
}

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'; $env:DOTNET_NOLOGO = '1'
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { Stop-WithoutSdk }
if (-not (Test-Fresh)) { Invoke-BuildAlone }
& dotnet "$output/Build.dll" @args
exit $LASTEXITCODE
