foreach(source
        environment
        exchange
        gettoken
        httpjob
        httpjob_bodies
        httpjob_bounds
        httpjob_connections
        httpjob_errors
        httpjob_redirects
        httpjob_repeats
        job
        jobgroup
        laterptr
        network
        operation
        outgoingbody
        ratelimiter
        replyerror
        response
        retryafter
        retrypolicy
        service
        tokenreply
        tokensource
        unpacker
        waits
        weborigin)
    writeback_test(net/${source} LINK net)
endforeach()
# These compress bodies with zlib itself.
foreach(source httpjob_bodies httpjob_bounds httpjob_errors unpacker)
    target_link_libraries(tst_net_${source} PRIVATE ZLIB::ZLIB)
endforeach()
