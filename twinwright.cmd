@echo off
rem Twinwright from a checkout, on Windows: builds it where it is missing, then runs the command line.
rem   twinwright build             build without tests
rem   twinwright test [mvn args]   build and run all tests
rem   twinwright test --with-runtimes [mvn args]   after them, let independent programs load what is generated
rem   twinwright ide [WORKSPACE] [PROJECT ...]   start the workbench; a new workspace gets the bottling example
rem   twinwright package [FOLDER]  make a native program of the workbench, with a Java of its own
rem   twinwright COMMAND ...       everything else; see twinwright --help
rem Needs a JDK 21 or newer and, to build, Maven 3.9 or newer on the path.
rem Unlike the launcher for Unix it fetches no Maven and does not see that sources have changed: build after an update.
rem What may hold a & or % goes through variables: call reads its own line a second time.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "app=%root%releng\io.twinwright.application\target\app"

set "jdk="
set "folder="
if defined JAVA_HOME set "folder=%JAVA_HOME:"=%"
if defined folder call :try
for %%j in (javac.exe) do set "folder=%%~dp$PATH:j.."
call :try
for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do (
	set "folder=%%~j"
	call :try
)
if not defined jdk goto nojdk
set "JAVA_HOME=%jdk%"
set "quiet="
if %major% GEQ 23 set "quiet=--sun-misc-unsafe-memory-access=allow"
set "classes=%app%\check"
for %%c in (import generate) do if "%~1"=="%%c" set "classes=%app%\%%c"
set "shared=-XX:SharedArchiveFile=%classes%.jsa"
if %major% GEQ 25 set "shared=-XX:AOTCache=%classes%.aot"

if "%~1"=="build" goto build
if "%~1"=="test" goto test
if "%~1"=="ide" goto ide
if "%~1"=="package" goto package
if exist "%app%\twinwright.jar" goto run
set goals=package -DskipTests
call :maven
if errorlevel 1 exit /b 3

:run
rem the program writes UTF-8, which the console shows only where that is its code page
set "page="
for /f "tokens=2 delims=:." %%p in ('chcp 2^>nul') do set "page=%%p"
chcp 65001 >nul 2>nul
for %%c in (plant live lsp bench demo) do if "%~1"=="%%c" goto lasting
rem who draws for hours is twice as fast when compiled well
set level=1
if "%~1"=="diagram" set level=4
rem the runtime goes on without the archive where that is missing
"%JAVA_HOME%\bin\java.exe" %quiet% -XX:InitialRAMPercentage=12 -XX:MaxRAMPercentage=50 -XX:TieredStopAtLevel=%level% -XX:+UseParallelGC "%shared%" -Xlog:disable "-Dtwinwright.examples=%root%examples" -jar "%app%\twinwright.jar" %*
goto ran

:lasting
"%JAVA_HOME%\bin\java.exe" %quiet% -XX:InitialRAMPercentage=12 -XX:MaxRAMPercentage=50 -Xlog:disable "-Dtwinwright.examples=%root%examples" -jar "%app%\twinwright.jar" %*

:ran
set "result=%errorlevel%"
if defined page chcp %page% >nul 2>nul
exit /b %result%

:build
set goals=package -DskipTests
call :maven
exit /b %errorlevel%

:test
rem the arguments after the first word; no quotes around, since they may have some
set rest=%*
set rest=%rest:*test=%
set goals=verify %rest%
set "goals=%goals: --with-runtimes= -Pruntimes%"
call :maven
exit /b %errorlevel%

:ide
call :product
if errorlevel 1 exit /b 3
set "workspace=%USERPROFILE%\twinwright-workspace"
if not "%~2"=="" set "workspace=%~2"
set "projects="
if "%~3"=="" if not exist "%workspace%\.metadata" set "projects=-project example:bottling"
:project
if "%~3"=="" goto start
set projects=%projects% -project "%~3"
shift /3
goto project
:start
"%product%\twinwright-ide.cmd" -data "%workspace%" %projects%

:package
call :product
if errorlevel 1 exit /b 3
set "folder=%root%target\program"
if not "%~2"=="" set "folder=%~2"
"%JAVA_HOME%\bin\java.exe" "%releng%\NativePackage.java" "%product%" "%releng%\icons" "%folder%"
exit /b %errorlevel%

rem Sets 'product' to the workbench for Windows, built where it is missing.
:product
set "releng=%root%releng\io.twinwright.product"
set "product=%releng%\target\products\io.twinwright.ide\win32\win32\x86_64\twinwright"
if exist "%product%\twinwright-ide.cmd" exit /b 0
set goals=package -DskipTests
call :maven
exit /b %errorlevel%

rem Keeps 'folder' in 'jdk' and its version in 'major' if it has a JDK 21 or newer, unless one was kept before.
:try
if defined jdk exit /b 0
if not exist "%folder%\bin\javac.exe" exit /b 0
if not exist "%folder%\release" exit /b 0
set "major="
for /f "usebackq tokens=1,2 delims==." %%k in ("%folder%\release") do if "%%k"=="JAVA_VERSION" set "major=%%l"
if not defined major exit /b 0
set "major=%major:"=%"
if %major% GEQ 21 for %%j in ("%folder%") do set "jdk=%%~fj"
exit /b 0

rem Runs Maven in the checkout for 'goals'; cleans first, because Tycho keeps the classes of deleted sources.
:maven
set "mvn="
for %%m in (mvn.cmd mvn.bat mvn.exe) do if not defined mvn set "mvn=%%~$PATH:m"
if not defined mvn goto nomaven
set "MAVEN_OPTS=%MAVEN_OPTS% --enable-native-access=ALL-UNNAMED %quiet%"
pushd "%root%"
call mvn -B -ntp clean %goals%
set "result=%errorlevel%"
popd
exit /b %result%

:nomaven
>&2 echo twinwright: No Maven was found. Install Maven 3.9 or newer, with 'mvn' on the path.
exit /b 3

:nojdk
>&2 echo twinwright: No JDK 21 or newer was found. Install one and point JAVA_HOME to it.
exit /b 3
