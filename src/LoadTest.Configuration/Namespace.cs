namespace LoadTest.Configuration;
