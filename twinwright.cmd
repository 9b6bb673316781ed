@echo off
rem Twinwright from a checkout, on Windows: builds it where it is missing, then runs the command line.
rem   twinwright build             build without tests
rem   twinwright test [mvn args]   build and run all tests
rem   twinwright COMMAND ...       everything else; see twinwright --help
rem Needs a JDK 21 or newer and, to build, Maven 3.9 or newer on the path.
rem Unlike the launcher for Unix it fetches no Maven and does not see that sources have changed: build after an update.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "app=%root%releng\io.twinwright.application\target\app"

set "jdk="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac 2^>nul') do call :try "%%~dpj.."
for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%USERPROFILE%\.jdks\*") do call :try "%%~j"
if not defined jdk goto nojdk
set "JAVA_HOME=%jdk%"
set "quiet="
if %major% GEQ 23 set "quiet=--sun-misc-unsafe-memory-access=allow"

if "%~1"=="build" goto build
if "%~1"=="test" goto test
if exist "%app%\twinwright.jar" goto run
call :maven package -DskipTests
if errorlevel 1 exit /b 3

:run
for %%c in (plant live lsp bench demo) do if "%~1"=="%%c" goto lasting
rem the runtime goes on without the archive where that is missing
"%JAVA_HOME%\bin\java.exe" %quiet% -XX:MaxRAMPercentage=50 -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-XX:SharedArchiveFile=%app%\twinwright.jsa" -Xlog:disable "-Dtwinwright.examples=%root%examples" -jar "%app%\twinwright.jar" %*
exit /b %errorlevel%

:lasting
"%JAVA_HOME%\bin\java.exe" %quiet% -XX:MaxRAMPercentage=50 -Xlog:disable "-Dtwinwright.examples=%root%examples" -jar "%app%\twinwright.jar" %*
exit /b %errorlevel%

:build
call :maven package -DskipTests
exit /b %errorlevel%

:test
rem the arguments after the first word
set "rest=%*"
set "rest=%rest:*test=%"
call :maven verify %rest%
exit /b %errorlevel%

rem Keeps a folder with a JDK 21 or newer in 'jdk' and its version in 'major', unless one was kept before.
:try
if defined jdk exit /b 0
if not exist "%~f1\bin\javac.exe" exit /b 0
if not exist "%~f1\release" exit /b 0
set "major="
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~f1\release"') do set "major=%%v"
if not defined major exit /b 0
set "major=%major:"=%"
if %major% GEQ 21 set "jdk=%~f1"
exit /b 0

rem Runs Maven in the checkout; cleans first, because Tycho keeps the classes of deleted sources.
:maven
where mvn >nul 2>nul
if errorlevel 1 goto nomaven
set "MAVEN_OPTS=%MAVEN_OPTS% --enable-native-access=ALL-UNNAMED %quiet%"
pushd "%root%"
call mvn -B -ntp clean %*
set "result=%errorlevel%"
popd
exit /b %result%

:nomaven
>&2 echo twinwright: No Maven was found. Install Maven 3.9 or newer, with 'mvn' on the path.
exit /b 3

:nojdk
>&2 echo twinwright: No JDK 21 or newer was found. Install one and point JAVA_HOME to it.
exit /b 3
