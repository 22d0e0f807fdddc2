#!/usr/bin/env node
'use strict';
require('./opencshis.cjs')('cs-reset-fsim');
