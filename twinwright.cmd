@echo off
rem Twinwright from a checkout, on Windows: builds it where it is missing, then runs the command line.
rem   twinwright build             build without tests
rem   twinwright test [mvn args]   build and run all tests
rem   twinwright COMMAND ...       everything else; see twinwright --help
rem Needs a JDK 21 or newer (JAVA_HOME) and, to build, Maven 3.9 on the path.
setlocal
set "root=%~dp0"
set "app=%root%releng\io.twinwright.repository\target\app"

if not defined JAVA_HOME for /f "delims=" %%j in ('where javac 2^>nul') do if not defined JAVA_HOME for %%k in ("%%~dpj..") do set "JAVA_HOME=%%~fk"
if not exist "%JAVA_HOME%\bin\java.exe" goto nojdk
set "major="
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%JAVA_HOME%\release"') do if not defined major set "major=%%~v"
set "major=%major:"=%"
if not defined major goto nojdk
if %major% LSS 21 goto nojdk

set "quiet="
if %major% GEQ 23 set "quiet=--sun-misc-unsafe-memory-access=allow"

if "%~1"=="build" goto build
if "%~1"=="test" goto test
if not exist "%app%\twinwright.jar" (
	call "%~f0" build
	if errorlevel 1 exit /b 3
)

set "fast=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
if exist "%app%\twinwright.jsa" set "fast=%fast% -XX:SharedArchiveFile="%app%\twinwright.jsa""
for %%c in (plant live lsp bench demo) do if "%~1"=="%%c" set "fast="
"%JAVA_HOME%\bin\java" %quiet% %fast% -Xlog:disable "-Dtwinwright.examples=%root%examples" -jar "%app%\twinwright.jar" %*
exit /b %errorlevel%

:build
call :maven package -DskipTests
exit /b %errorlevel%

:test
call :maven verify %*
exit /b %errorlevel%

:maven
where mvn >nul 2>nul || (
	echo twinwright: No Maven was found. Install Maven 3.9. 1>&2
	exit /b 3
)
set "MAVEN_OPTS=%MAVEN_OPTS% --enable-native-access=ALL-UNNAMED %quiet%"
set "goals=%*"
pushd "%root%"
call mvn -B -ntp %goals:verify test=verify%
set "result=%errorlevel%"
popd
exit /b %result%

:nojdk
echo twinwright: No JDK 21 or newer was found. Install one and point JAVA_HOME to it. 1>&2
exit /b 3
