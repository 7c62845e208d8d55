@echo off
rem The same as ./yugong, for cmd.exe: see yugong.ps1.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0yugong.ps1" %*
exit /b %errorlevel%
