@echo off
rem Starts the Twinwright workbench with a Java of 21 or newer: that of JAVA_HOME, the one on the path, or one in a usual place.
rem What it gives to Java stands in twinwright-ide.options beside it.
setlocal EnableExtensions DisableDelayedExpansion
set "here=%~dp0"
set "java="
set "folder="
if defined JAVA_HOME set "folder=%JAVA_HOME:"=%"
if defined folder call :try
for %%j in (java.exe) do set "folder=%%~dp$PATH:j.."
call :try
for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do (
	set "folder=%%~j"
	call :try
)
if not defined java goto nojava
set "launcher="
pushd "%here%plugins"
for %%l in (org.eclipse.equinox.launcher_*.jar) do set "launcher=%%~fl"
popd
rem javaw needs no console, and start does not wait for it
start "" "%java%" "@%here%twinwright-ide.options" -jar "%launcher%" -showsplash %*
exit /b 0

rem Keeps 'java' if 'folder' has a Java 21 or newer, unless one was kept before.
:try
if defined java exit /b 0
if not exist "%folder%\bin\javaw.exe" exit /b 0
if not exist "%folder%\release" exit /b 0
set "major="
for /f "usebackq tokens=1,2 delims==." %%k in ("%folder%\release") do if "%%k"=="JAVA_VERSION" set "major=%%l"
if not defined major exit /b 0
set "major=%major:"=%"
if %major% GEQ 21 for %%j in ("%folder%") do set "java=%%~fj\bin\javaw.exe"
exit /b 0

:nojava
>&2 echo twinwright-ide: No Java 21 or newer was found. Install one and point JAVA_HOME to it.
exit /b 3
