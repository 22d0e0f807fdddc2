@echo off
"%~dp0opencshis.exe" %*
