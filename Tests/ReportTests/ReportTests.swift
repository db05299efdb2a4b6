struct ReportTests {}
